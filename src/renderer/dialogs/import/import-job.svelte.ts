import { toErrorInfo, type ErrorInfo } from '../../../shared/errors.ts';
import type { ImportPlan } from '../../../shared/model.ts';
import { t } from '../../i18n/i18n.svelte.ts';
import type { App } from '../../state/app.svelte.ts';
import { isCancelled, LongWork } from '../../state/work.svelte.ts';
import { readText } from './read-text.ts';

export type ImportMode = 'merge' | 'replace';

/** A file or a pasted text on its way in: what it would change, then changing it. */
export class ImportJob {
  /** The name of the file; null for a text that was typed or pasted. */
  fileName = $state<string | null>(null);
  plan = $state.raw<ImportPlan | null>(null);
  error = $state.raw<ErrorInfo | null>(null);
  mode = $state<ImportMode>('merge');
  listName = $state('');
  applying = $state(false);
  readonly work: LongWork;
  readonly #app: App;
  #text = '';
  #asked = 0;

  constructor(app: App) {
    this.#app = app;
    this.work = new LongWork(app.works);
  }

  /** Whether something can be read in now. */
  get ready(): boolean {
    return this.plan !== null && !this.applying && this.#app.data.writable;
  }

  async considerFile(file: File): Promise<void> {
    this.fileName = file.name;
    this.listName = file.name.replace(/\.[^.]*$/, '');
    const asked = this.#begin();
    try {
      const text = await readText(file);
      if (asked === this.#asked) await this.#consider(text, asked);
    } catch (error) {
      this.#failed(error, asked);
    }
  }

  /** Looks at what was typed or pasted; an empty text is none. */
  async considerText(text: string): Promise<void> {
    this.fileName = null;
    if (this.listName.trim() === '') this.listName = t('import.listName');
    const asked = this.#begin();
    if (text.trim() === '') this.#text = '';
    else await this.#consider(text, asked);
  }

  async setMode(mode: ImportMode): Promise<void> {
    this.mode = mode;
    await this.#consider(this.#text, this.#begin());
  }

  /** Reads it in and shows what came; true when it is done. */
  async apply(): Promise<boolean> {
    const { client, changes, outline, list } = this.#app;
    if (!this.ready) return false;
    this.applying = true;
    try {
      const { changed, list: made } = await this.work.run((job) =>
        client.call('import.apply', { ...this.#request(this.#text), job }),
      );
      if (changed === 0) this.#app.toasts.done(t('import.nothingNew'));
      else {
        if (made !== null) {
          await outline.refresh();
          await list.open({ kind: 'list', list: made });
        }
        await changes.tellLast();
      }
      return true;
    } catch (error) {
      this.#failed(error, this.#asked);
      return false;
    } finally {
      this.applying = false;
    }
  }

  /** Gives up what is being looked at. */
  leave(): void {
    this.#asked += 1;
    this.work.cancel();
  }

  #begin(): number {
    this.work.cancel();
    this.plan = null;
    this.error = null;
    this.#asked += 1;
    return this.#asked;
  }

  async #consider(text: string, asked: number): Promise<void> {
    this.#text = text;
    try {
      const plan = await this.work.run((job) =>
        this.#app.client.call('import.preview', { ...this.#request(text), job }),
      );
      if (asked !== this.#asked) return;
      this.plan = plan;
      // What is only a part of someone's data cannot take the place of all.
      if (!plan.whole && this.mode === 'replace') await this.setMode('merge');
    } catch (error) {
      this.#failed(error, asked);
    }
  }

  #failed(error: unknown, asked: number): void {
    if (asked !== this.#asked || isCancelled(error)) return;
    this.error = toErrorInfo(error);
  }

  #request(text: string) {
    const isData = this.plan === null || this.plan.format === 'lectern';
    const name = this.listName.trim();
    const data =
      this.fileName === null ? t('import.step') : t('import.stepOf', { name: this.fileName });
    const wanted = isData ? data : name === '' ? t('import.listName') : name;
    return { text, name: wanted.slice(0, 500), mode: this.mode };
  }
}
