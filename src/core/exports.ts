/** Papers on their way out: what is to be written is gathered here, and written by the formats of export/. */
import type { Input } from '../shared/contract.ts';
import { exportFormats } from '../shared/export-formats.ts';
import type { ExportChoice, ExportFile, ExportFormat, PaperId } from '../shared/model.ts';
import {
  exportFiles,
  exportPapers,
  type ExportInput,
  type ExportOptions,
  type ExportPaper,
} from './export/export.ts';
import { mentionedPapers, saveState } from './export/saved-state.ts';
import type { Texts } from './folders/texts.ts';
import type { Library, LibraryPaper } from './library/library.ts';
import type { Results } from './query/results.ts';
import { toRow } from './query/row.ts';
import type { Job } from './jobs.ts';
import { Slicer } from './slices.ts';
import type { ReaderState } from './state/reader-state.ts';

/** Formats that hold no summary, which would be read from the digests: a backup holds what they do not. */
const WITHOUT_TEXT: readonly ExportFormat[] = ['references', 'bibtex', 'biblatex', 'backup'];

/** How much of the work is done once the papers are gathered, about. */
const GATHERED = 0.7;

interface ExportsOptions {
  readonly library: Library;
  readonly texts: Texts;
  readonly state: ReaderState;
  readonly results: Results;
}

export class Exports {
  readonly #options: ExportsOptions;

  constructor(options: ExportsOptions) {
    this.#options = options;
  }

  /** Errors: result-gone, template-invalid, cancelled. */
  async render(
    { source, choice, title, limit }: Input<'export.render'>,
    job?: Job,
  ): Promise<ExportFile> {
    const ids =
      source.kind === 'result' ? this.#options.results.papers(source.result) : source.papers;
    const input = await this.gather(ids, choice, limit ?? undefined, job);
    const options = this.optionsOf(choice, title);
    // An archive cannot be shown: a preview has its files one after the other.
    const { options: offered } = exportFormats[choice.format];
    if (limit !== null && choice.separate && offered.includes('separate')) {
      const files = await exportFiles(input, options);
      const text = files.map((file) => `${file.name}\n\n${file.text}`).join('\n\n');
      return { name: '', text, papers: files.length, encoding: 'utf8' };
    }
    if (job === undefined) return exportPapers(choice.format, input, options);
    return exportPapers(choice.format, input, options, (done) =>
      job.pause(GATHERED + done * (1 - GATHERED)),
    );
  }

  /** What goes out of these papers, of which those in no opened folder are left out; of a backup, everything. */
  async gather(
    ids: readonly PaperId[],
    { format }: Pick<ExportChoice, 'format'>,
    limit?: number,
    job?: Job,
  ): Promise<ExportInput> {
    const { library, state } = this.#options;
    const isBackup = format === 'backup';
    const withText = !WITHOUT_TEXT.includes(format);
    const wanted = isBackup ? [...mentionedPapers(state)] : ids;
    const present = wanted.flatMap((id) => library.papers.get(id) ?? []).slice(0, limit);
    const papers: ExportPaper[] = [];
    const slicer = new Slicer();
    const lists = this.#listNames(present);
    for (const paper of present) {
      const text = withText ? await this.#options.texts.newest(paper) : '';
      papers.push(this.#toExport(paper, lists.get(paper.id) ?? [], text));
      // The texts take by far the most of the time: they are read from the digests.
      await (job === undefined
        ? slicer.pause()
        : job.pause((papers.length / present.length) * GATHERED));
    }
    job?.refuseWhenCancelled();
    const only = isBackup ? null : new Set(present.map(({ id }) => id));
    return { papers, state: saveState(state, only) };
  }

  /** The choice with what the settings say of it. */
  optionsOf(choice: ExportChoice, title: string): ExportOptions {
    const { citationKey, citationStyle, template, ...rest } = choice;
    const { settings } = this.#options.state;
    return {
      ...rest,
      title,
      citationStyle: citationStyle ?? settings.citationStyle,
      citationKey: citationKey ?? settings.citationKey,
      template: template ?? settings.exportTemplate,
    };
  }

  #toExport(paper: LibraryPaper, lists: readonly string[], text: string): ExportPaper {
    const { state } = this.#options;
    const note = state.notes.get(paper.id);
    return {
      row: toRow(paper, state),
      arxivId: paper.arxivId,
      links: paper.links,
      media: paper.media,
      text,
      note: note?.text ?? null,
      lists,
    };
  }

  #listNames(papers: readonly LibraryPaper[]): ReadonlyMap<PaperId, readonly string[]> {
    const names = new Map<PaperId, string[]>(papers.map(({ id }) => [id, []]));
    for (const list of this.#options.state.lists) {
      for (const id of list.papers) names.get(id)?.push(list.name);
    }
    return names;
  }
}
