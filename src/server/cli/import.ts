/** `lectern import`: what the app's Import does, with its preview printed. */
import { readFile } from 'node:fs/promises';
import { parse } from 'node:path';
import { text as readText } from 'node:stream/consumers';
import { cleanLine } from '../../core/export/clean.ts';
import type { Engine } from '../../core/thread/client.ts';
import type { ImportPlan } from '../../shared/model.ts';
import type { ImportArguments } from './options.ts';
import { CommandError, EXIT, type ExitCode } from './exit-code.ts';
import { plainJson } from './plain-json.ts';
import { withEngine, type ScriptHost } from './script.ts';

async function contentOf(file: string, { words }: ScriptHost): Promise<string> {
  try {
    return file === '-' ? await readText(process.stdin) : await readFile(file, 'utf8');
  } catch (error) {
    throw new CommandError(EXIT.failed, `${words.noFile(file)} ${(error as Error).message}`);
  }
}

/** Refuses when data cannot be changed: a running Lectern has them in memory, and would not see what came. */
async function refuseWhenHeld(engine: Engine, { words }: ScriptHost): Promise<void> {
  const { access } = await engine.call('data.info', {});
  if (access.mode === 'write') return;
  const { reason, detail } = access;
  if (reason === 'in-use' || reason === 'in-use-elsewhere') {
    throw new CommandError(EXIT.held, words.held(detail));
  }
  throw new CommandError(EXIT.failed, words.notWritable(reason));
}

async function tellPlan(
  plan: ImportPlan,
  name: string,
  { json }: ImportArguments,
  { output, words }: ScriptHost,
): Promise<void> {
  await output.write(
    json ? `${plainJson(plan, 2)}\n` : `${words.plan(plan, cleanLine(name)).join('\n')}\n`,
  );
  if (json) return;
  for (const { line, text } of plan.problems) output.tell(words.unreadable(line, cleanLine(text)));
}

/** Errors: import-unreadable, write-failed; CommandError when the data are held or the file cannot be read. */
export async function importFile(args: ImportArguments, host: ScriptHost): Promise<ExitCode> {
  const { file, mode, dryRun, listName } = args;
  const { output, words } = host;
  const fileName = file === '-' ? '' : parse(file).name;
  const name = listName ?? (fileName === '' ? words.listName : fileName);
  const text = await contentOf(file, host);
  const engine = await host.startEngine({ readOnly: dryRun });
  return withEngine(engine, async () => {
    if (!dryRun) await refuseWhenHeld(engine, host);
    // Only then is it known which papers are in none of the folders.
    await engine.call('library.ready', { search: false });
    const request = { text, name, mode };
    if (dryRun) {
      await tellPlan(await engine.call('import.preview', request), name, args, host);
      output.tell(words.dryRun);
      return EXIT.ok;
    }
    const { plan, changed } = await engine.call('import.apply', request);
    await tellPlan(plan, name, args, host);
    output.tell(changed === 0 ? words.noChange : words.imported(changed));
    return EXIT.ok;
  });
}
