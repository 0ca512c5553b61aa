/** Answers what the contract says of imports: what one would change, and making that change. */
import type { EngineHandlers, Input } from '../shared/contract.ts';
import type { Change, Instant, PaperId, UndoState } from '../shared/model.ts';
import { planImport, type Planned } from './import/plan.ts';
import type { Jobs } from './jobs.ts';
import type { ReaderData } from './state/reader-data.ts';
import type { Applied } from './state/state-store.ts';

interface Options {
  readonly data: ReaderData;
  readonly jobs: Jobs;
  readonly now: () => Instant;
  /** Whether a paper is in an opened folder. */
  readonly knows: (paper: PaperId) => boolean;
  readonly change: (change: Change) => Promise<Applied>;
  /** Tells what a change did. */
  readonly told: (applied: Applied | null) => Promise<UndoState>;
}

type ImportHandlers = Pick<EngineHandlers, Extract<keyof EngineHandlers, `import.${string}`>>;

export function importHandlers({ data, jobs, now, knows, change, told }: Options): ImportHandlers {
  const plan = ({ job: name, ...request }: Input<'import.preview'>): Promise<Planned> =>
    jobs.run(name, (job) =>
      planImport(request, {
        state: data.state,
        knows,
        now: now(),
        pause: (done) => job.pause(done),
      }),
    );
  return {
    'import.preview': async (request) => (await plan(request)).plan,
    'import.apply': async (request) => {
      const { plan: would, edit } = await plan(request);
      switch (edit.kind) {
        case 'change': {
          const { changed, undo } = await change(edit.change);
          const list = edit.change.kind === 'list.put' ? edit.change.list.id : null;
          return { plan: would, changed, undo, list };
        }
        case 'batch': {
          const applied = await data.batch(edit.make);
          const undo = applied.changed > 0 ? await told(applied) : applied.undo;
          return { plan: would, changed: applied.changed, undo, list: null };
        }
        case 'replace': {
          const applied = await data.replace(edit.make);
          const undo = await told(applied);
          return { plan: would, changed: applied?.changed ?? 0, undo, list: null };
        }
      }
    },
  };
}
