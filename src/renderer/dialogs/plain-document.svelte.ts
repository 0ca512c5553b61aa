import { toErrorInfo, type ErrorInfo } from '../../shared/errors.ts';
import type { FolderId, PlainDocument } from '../../shared/model.ts';
import type { App } from '../state/app.svelte.ts';

/** A file without papers, read to be shown as it is. */
export class PlainDocumentReader {
  document = $state.raw<PlainDocument | null>(null);
  error = $state.raw<ErrorInfo | null>(null);
  readonly #app: App;

  constructor(app: App) {
    this.#app = app;
  }

  async read(folder: FolderId, file: string): Promise<void> {
    try {
      this.document = await this.#app.client.call('document.read', { folder, file });
      this.error = null;
    } catch (error) {
      this.error = toErrorInfo(error);
    }
  }
}

/** What is rendered of a document: Markdown as it is, with its front matter as code; any other text as one block of code. */
export function documentMarkdown({ name, text }: PlainDocument): string {
  if (!/\.(?:md|markdown)$/i.test(name)) return codeBlock(text);
  const [matter, fields] = /^---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(text) ?? [];
  if (matter === undefined || fields === undefined) return text;
  return `${codeBlock(fields)}\n${text.slice(matter.length)}`;
}

/** A block of code whose fence is longer than any in the text, so that nothing gets out of it. */
function codeBlock(text: string): string {
  const runs = text.match(/`{3,}/g) ?? [];
  const fence = '`'.repeat(runs.reduce((longest, run) => Math.max(longest, run.length), 2) + 1);
  return `${fence}\n${text.trimEnd()}\n${fence}\n`;
}
