import type { AppEvent } from '../../shared/contract.ts';
import { Debounce } from '../../shared/debounce.ts';
import type { PaperId } from '../../shared/model.ts';

type StateEvent = Extract<AppEvent, { type: 'state' }>;

/** Before what marking changes elsewhere is read. */
const REST_MS = { quiet: 120, most: 500 };

const KINDS: readonly string[] = ['read', 'star'];

/**
 * Marks that this window made. They are on screen before the engine tells of them: what else they change, counts and the
 * day's papers, is read once the reader rests, so that it takes no time from the next key.
 */
export class OwnMarks {
  readonly #refresh: (papers: readonly PaperId[] | null) => void;
  /** Made and not yet told of. */
  #expected = 0;
  /** Told of and not yet read again; null: too many to list. */
  #papers: Set<PaperId> | null = new Set();
  readonly #rest = new Debounce(() => this.#read(), REST_MS);

  /** refresh: reads again what these papers' marks change. */
  constructor(refresh: (papers: readonly PaperId[] | null) => void) {
    this.#refresh = refresh;
  }

  /** Follows the making of a mark, which gives how much it changed: of what changed nothing, nothing is told. */
  async following(mark: Promise<number | null>): Promise<number | null> {
    this.#expected += 1;
    const changed = await mark;
    if (changed === null || changed === 0) this.#expected = Math.max(0, this.#expected - 1);
    return changed;
  }

  /** Takes in what the engine tells; false when it is not of a mark that this window made, and is to be read at once. */
  heard({ kinds, papers }: StateEvent): boolean {
    if (this.#expected === 0 || !kinds.every((kind) => KINDS.includes(kind))) return false;
    this.#expected -= 1;
    if (papers === null) this.#papers = null;
    else for (const paper of papers) this.#papers?.add(paper);
    this.#rest.ask();
    return true;
  }

  #read(): void {
    const papers = this.#papers === null ? null : [...this.#papers];
    this.#papers = new Set();
    this.#refresh(papers);
  }
}
