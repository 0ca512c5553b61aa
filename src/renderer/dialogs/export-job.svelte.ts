import { toErrorInfo, type ErrorInfo } from '../../shared/errors.ts';
import type { ExportFile, ExportFormat } from '../../shared/model.ts';
import type { App } from '../state/app.svelte.ts';

export interface ExportChoice {
  readonly format: ExportFormat;
  readonly notes: boolean;
  readonly title: string;
}

export type ExportStatus =
  | { readonly kind: 'idle' | 'working' }
  | { readonly kind: 'copied'; readonly papers: number }
  | { readonly kind: 'saved' | 'downloaded'; readonly papers: number; readonly name: string }
  | { readonly kind: 'failed'; readonly error: ErrorInfo };

/** Writes the list as it is shown to a file or the clipboard, and tells how that went. */
export class ExportJob {
  status = $state.raw<ExportStatus>({ kind: 'idle' });
  readonly #app: App;

  constructor(app: App) {
    this.#app = app;
  }

  copy(choice: ExportChoice): Promise<void> {
    return this.#run(choice, async ({ text, papers }) => {
      await this.#app.platform.copyText(this.#host, text);
      return { kind: 'copied', papers };
    });
  }

  save(choice: ExportChoice): Promise<void> {
    return this.#run(choice, async ({ name, text, papers }) => {
      const path = await this.#app.platform.saveFile(this.#host, name, text);
      if (path === null) return { kind: 'idle' };
      return path === ''
        ? { kind: 'downloaded', papers, name }
        : { kind: 'saved', papers, name: path };
    });
  }

  get #host(): NonNullable<App['host']> {
    const { host } = this.#app;
    if (host === null) throw new Error('the dialog opens only when the host is known');
    return host;
  }

  async #run(
    choice: ExportChoice,
    hand: (file: ExportFile) => Promise<ExportStatus>,
  ): Promise<void> {
    if (this.status.kind === 'working') return;
    this.status = { kind: 'working' };
    try {
      this.status = await hand(await this.#render(choice));
    } catch (error) {
      this.status = { kind: 'failed', error: toErrorInfo(error) };
    }
  }

  async #render({ format, notes, title }: ExportChoice): Promise<ExportFile> {
    const { client, list } = this.#app;
    const render = (): Promise<ExportFile> =>
      client.call('export.render', { result: list.result ?? '', format, title, notes });
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
