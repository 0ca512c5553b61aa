import type { Note, PaperId } from '../../../shared/model.ts';
import type { App } from '../../state/app.svelte.ts';

/** Earlier texts of one paper's note, read once when the dialog opens. */
export class NoteVersions {
  /** Newest first; null until they were read. */
  items = $state.raw<readonly Note[] | null>(null);
  /** The note as it is. */
  current = $state('');
  readonly #app: App;
  readonly #paper: PaperId;

  constructor(app: App, paper: PaperId) {
    this.#app = app;
    this.#paper = paper;
    void this.#read();
  }

  /** Makes a version the note again, which Undo takes back; false when it was refused, which is told. */
  restore({ text }: Note): Promise<boolean> {
    return this.#app.papers.setNote(this.#paper, text, 'toast');
  }

  async #read(): Promise<void> {
    const { client, toasts } = this.#app;
    const paper = this.#paper;
    try {
      const [versions, detail] = await Promise.all([
        client.call('note.versions', { paper }),
        client.call('paper.read', { paper }),
      ]);
      this.current = detail.note?.text ?? '';
      this.items = versions;
    } catch (error) {
      toasts.fail(error);
      this.items = [];
    }
  }
}
