import { toErrorInfo, type ErrorInfo } from '../../../shared/errors.ts';
import { exportFormats } from '../../../shared/export-formats.ts';
import type { ExportChoice, ExportFile, PaperId } from '../../../shared/model.ts';
import type { App } from '../../state/app.svelte.ts';
import { isCancelled, LongWork } from '../../state/work.svelte.ts';

/** What goes out, and how. */
export interface ExportRequest {
  /** Null: the list as it is shown. */
  readonly papers: readonly PaperId[] | null;
  readonly title: string;
  readonly choice: ExportChoice;
}

export type ExportStatus =
  | { readonly kind: 'idle' | 'working' }
  | { readonly kind: 'copied'; readonly papers: number }
  | { readonly kind: 'saved' | 'downloaded'; readonly papers: number; readonly name: string }
  | { readonly kind: 'failed'; readonly error: ErrorInfo };

export type ExportPreview =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'failed'; readonly error: ErrorInfo };

/** So many papers show what a format makes of them. */
const PREVIEWED = 3;
const PREVIEW_LENGTH = 4_000;

/** What a format cannot be told is not told: every file says the same of the same choice. */
function effective(choice: ExportChoice): ExportChoice {
  const { options } = exportFormats[choice.format];
  return { ...choice, separate: choice.separate && options.includes('separate') };
}

/** Writes papers to a file or the clipboard, tells how that went, and shows beforehand how it begins. */
export class ExportJob {
  status = $state.raw<ExportStatus>({ kind: 'idle' });
  preview = $state.raw<ExportPreview | null>(null);
  readonly work: LongWork;
  readonly #app: App;
  #asked = 0;

  constructor(app: App) {
    this.#app = app;
    this.work = new LongWork(app.works);
  }

  copy(request: ExportRequest): Promise<void> {
    return this.#run(request, async ({ text, papers }) => {
      await this.#app.platform.copyText(this.#host, text);
      return { kind: 'copied', papers };
    });
  }

  save(request: ExportRequest): Promise<void> {
    return this.#run(request, async (file) => {
      const { name, papers } = file;
      const path = await this.#app.platform.saveFile(this.#host, file);
      if (path === null) return { kind: 'idle' };
      return path === ''
        ? { kind: 'downloaded', papers, name }
        : { kind: 'saved', papers, name: path };
    });
  }

  /** Shows how the file would begin; of several wishes, the last. */
  async show(request: ExportRequest): Promise<void> {
    this.#asked += 1;
    const asked = this.#asked;
    const shown = await this.#preview(request);
    if (asked === this.#asked) this.preview = shown;
  }

  async #preview(request: ExportRequest): Promise<ExportPreview> {
    try {
      const { text } = await this.#render(request, PREVIEWED);
      return { kind: 'text', text: text.slice(0, PREVIEW_LENGTH) };
    } catch (error) {
      return { kind: 'failed', error: toErrorInfo(error) };
    }
  }

  get #host(): NonNullable<App['host']> {
    const { host } = this.#app;
    if (host === null) throw new Error('the dialog opens only when the host is known');
    return host;
  }

  async #run(
    request: ExportRequest,
    hand: (file: ExportFile) => Promise<ExportStatus>,
  ): Promise<void> {
    if (this.status.kind === 'working') return;
    this.status = { kind: 'working' };
    try {
      const file = await this.work.run((job) => this.#render(request, null, job));
      this.status = await hand(file);
    } catch (error) {
      this.status = isCancelled(error)
        ? { kind: 'idle' }
        : { kind: 'failed', error: toErrorInfo(error) };
    }
  }

  async #render(request: ExportRequest, limit: number | null, job?: string): Promise<ExportFile> {
    const { client, list } = this.#app;
    const { papers, title } = request;
    const choice = effective(request.choice);
    const render = (): Promise<ExportFile> =>
      client.call('export.render', {
        source:
          papers === null
            ? { kind: 'result', result: list.result ?? '' }
            : { kind: 'papers', papers: [...papers] },
        choice,
        title: title.slice(0, 500),
        limit,
        job,
      });
    try {
      return await render();
    } catch (error) {
      // The engine let the list go (it was started anew): it is asked again, once.
      if (toErrorInfo(error).code !== 'result-gone') throw error;
      await list.refresh();
      return render();
    }
  }
}
