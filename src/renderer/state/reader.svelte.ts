import type { Client } from '../../shared/contract.ts';
import { toErrorInfo, type ErrorInfo } from '../../shared/errors.ts';
import type { PaperDetail, PaperId } from '../../shared/model.ts';
import { prepareText } from '../render/render-text.ts';
import { whenIdle } from './when-idle.ts';

const MAX_KEPT = 24;
/**
 * Longer than a held key takes to repeat, and than a letter takes to type: a paper that is only passed by is neither asked for
 * nor rendered.
 */
const REST_MS = { key: 80, typing: 200 } as const;

/** The paper in the reading pane; its neighbours are fetched ahead, so that going on is instant. */
export class ReaderState {
  paper = $state.raw<PaperDetail | null>(null);
  /** The paper that is wanted; its detail follows. */
  wanted = $state<PaperId | null>(null);
  error = $state.raw<ErrorInfo | null>(null);
  readonly #client: Client;
  readonly #prepare: (text: string) => void;
  #asked = 0;
  /** When keys or letters have rested for long enough, on the page's clock. */
  #restsAt = 0;
  readonly #kept = new Map<PaperId, Promise<PaperDetail>>();

  /** prepare: has a text made ready to be rendered. */
  constructor(client: Client, prepare: (text: string) => void = prepareText) {
    this.#client = client;
    this.#prepare = prepare;
  }

  /**
   * Shows a paper, or nothing. The former one stays, whole, until the new one is there. `rest`: a key is held down, or a search
   * typed, and the paper is shown once that rests.
   */
  async show(paper: PaperId | null, rest: keyof typeof REST_MS | null = null): Promise<void> {
    this.wanted = paper;
    const asked = (this.#asked += 1);
    if (rest === null) this.#restsAt = 0;
    else {
      await this.#rested(rest);
      if (this.#asked !== asked) return;
    }
    if (paper === null) {
      this.paper = null;
      this.error = null;
      return;
    }
    try {
      const detail = await this.#read(paper);
      if (this.wanted !== paper) return;
      this.paper = detail;
      this.error = null;
    } catch (error) {
      if (this.wanted !== paper) return;
      this.paper = null;
      this.error = toErrorInfo(error);
    }
  }

  /** A letter more was typed, and did not change the best hit: it rests anew. */
  typedOn(): void {
    this.#restsAt = performance.now() + REST_MS.typing;
  }

  async #rested(rest: keyof typeof REST_MS): Promise<void> {
    this.#restsAt = performance.now() + REST_MS[rest];
    for (let left = REST_MS[rest]; left > 0; left = this.#restsAt - performance.now()) {
      const pause = left;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }

  /** Resolves once the paper that is wanted is shown, or it could not be read. */
  async settled(): Promise<void> {
    if (this.wanted !== (this.paper?.id ?? null)) await this.show(this.wanted);
  }

  /** A paper whole, without showing it. Rejects with AppError. */
  detail(paper: PaperId): Promise<PaperDetail> {
    return this.#read(paper);
  }

  /**
   * Fetches papers that are likely to be shown next, and has their texts made ready while nothing else is to be done: not while
   * a key is held down, with which they are passed by.
   */
  prefetch(papers: readonly PaperId[]): void {
    for (const paper of papers) {
      this.#read(paper)
        .then(({ text }) =>
          whenIdle(() => {
            if (performance.now() >= this.#restsAt) this.#prepare(text);
          }),
        )
        // What fails here fails again, and is told, when the paper is shown.
        .catch(() => undefined);
    }
  }

  /** Shows a change of these papers before it is confirmed. */
  patch(
    papers: ReadonlySet<PaperId>,
    patch: Partial<Pick<PaperDetail, 'read' | 'starred' | 'noted'>>,
  ): void {
    if (this.paper !== null && papers.has(this.paper.id)) this.paper = { ...this.paper, ...patch };
  }

  /** Reads again what changed: these papers, or with null all. */
  async refresh(papers: readonly PaperId[] | null): Promise<void> {
    if (papers === null) this.#kept.clear();
    else for (const paper of papers) this.#kept.delete(paper);
    const shown = this.wanted;
    if (shown !== null && (papers === null || papers.includes(shown))) await this.show(shown);
  }

  #read(paper: PaperId): Promise<PaperDetail> {
    const kept = this.#kept.get(paper);
    const detail = kept ?? this.#client.call('paper.read', { paper });
    // The last asked for is the last to be dropped.
    this.#kept.delete(paper);
    this.#kept.set(paper, detail);
    if (kept === undefined) {
      detail.catch(() => {
        if (this.#kept.get(paper) === detail) this.#kept.delete(paper);
      });
    }
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= MAX_KEPT) break;
      this.#kept.delete(oldest);
    }
    return detail;
  }
}
