/** `lectern export`: papers in any of the formats, to the standard output, a file or a folder. */
import { mkdir, readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { unzipSync } from 'fflate/browser';
import { failingAs } from '../../core/state/failures.ts';
import { refuseInside, saveFile } from '../../core/host/save-file.ts';
import type { Engine } from '../../core/thread/client.ts';
import { plainChoice } from '../../shared/export-formats.ts';
import type { ExportChoice, ExportFile, ListOutline, PaperId, View } from '../../shared/model.ts';
import { parseQuery } from '../../shared/query/parse.ts';
import { printQuery } from '../../shared/query/print.ts';
import type { QueryNode } from '../../shared/query/syntax.ts';
import { dateNode } from '../../shared/query/values.ts';
import type { ExportArguments, Selection } from './options.ts';
import { CommandError, EXIT, type ExitCode } from './exit-code.ts';
import { ask, listOf, reading, type ScriptHost } from './script.ts';

interface Selected {
  readonly papers: readonly PaperId[];
  /** What they are, for the export's title. */
  readonly title: string | null;
}

function viewOf({ starred }: Selection, list: ListOutline | null): View {
  if (list !== null) return { kind: 'list', list: list.id };
  return { kind: starred ? 'starred' : 'all' };
}

/** A selection's search and day as one query. */
function queryOf({ search, day }: Selection): string {
  const parts = [day === null ? null : dateNode(day), parseQuery(search ?? '').node].filter(
    (part): part is QueryNode => part !== null,
  );
  const [first] = parts;
  if (first === undefined) return '';
  return printQuery(parts.length === 1 ? first : { kind: 'all', parts });
}

async function select(
  engine: Engine,
  { selection, order }: ExportArguments,
  host: ScriptHost,
): Promise<Selected> {
  if (selection === null) return { papers: [], title: null };
  const { list, search, day, starred } = selection;
  const { output, words } = host;
  const asked = list === null ? null : await listOf(engine, list, words);
  // The hints are of what was typed: what is printed of it has none.
  const wanted = day === null ? (search ?? '') : queryOf(selection);
  const query = { view: viewOf(selection, asked), search: wanted };
  const { result, total } = await ask(engine, query, order, host);
  if (total === 0) throw new CommandError(EXIT.nothingFound, words.nothingFound);
  const ids = await engine.call('query.ids', { result, part: 'all', index: 0 });
  if (asked?.query === null && wanted === '') {
    const { papers } = await engine.call('list.read', { list: asked.id });
    if (papers.length > total) output.tell(words.missing(papers.length - total));
  }
  const parts = [asked?.name ?? null, day, search, starred ? words.stats.starred : null];
  const title = parts.filter((part) => part !== null).join(' · ');
  return { papers: ids.slice(0, order.limit ?? undefined), title: title === '' ? null : title };
}

async function choiceOf(args: ExportArguments, { words }: ScriptHost): Promise<ExportChoice> {
  const { format, notes, summaries, bom, separate, style, key, template } = args;
  return {
    ...plainChoice(format, args.language ?? words.language),
    notes,
    summaries,
    bom,
    separate,
    citationStyle: style,
    citationKey: key,
    template: template === null ? null : await readTemplate(template, words.noFile(template)),
  };
}

async function readTemplate(path: string, message: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new CommandError(EXIT.failed, `${message} ${(error as Error).message}`);
  }
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    // Nothing is there yet, or what cannot be looked at: writing will tell.
    return false;
  }
}

/** Writes an archive's files into a folder, each whole or not at all; others that are there stay. */
async function writeFiles(
  file: ExportFile,
  folder: string,
  digestFolders: readonly string[],
): Promise<number> {
  const real = await refuseInside(resolve(folder), digestFolders, folder);
  await failingAs('write-failed', folder, () => mkdir(real, { recursive: true }));
  const files = Object.entries(unzipSync(Buffer.from(file.text, 'base64')));
  for (const [name, content] of files) await saveFile(join(real, name), content, digestFolders);
  return files.length;
}

async function write(
  engine: Engine,
  file: ExportFile,
  out: string,
  { output, words }: ScriptHost,
): Promise<void> {
  const opened = (await engine.call('folders.list', {})).map(({ path }) => path);
  const digestFolders = [...opened, ...(await engine.call('folders.remembered', {}))];
  if (file.encoding === 'base64' && !/\.zip$/i.test(out)) {
    output.tell(words.wroteFiles(await writeFiles(file, out, digestFolders), out));
    return;
  }
  if (await isFolder(out)) throw new CommandError(EXIT.failed, words.outIsFolder(out));
  const content = file.encoding === 'base64' ? Buffer.from(file.text, 'base64') : file.text;
  await saveFile(resolve(out), content, digestFolders);
  output.tell(words.wrote(file.papers, out));
}

/** Errors: those of `reading`, template-invalid, inside-digest-folder, write-failed. */
export async function exportPapers(args: ExportArguments, host: ScriptHost): Promise<ExitCode> {
  const { folders, selection, out } = args;
  const choice = await choiceOf(args, host);
  const isSearch = selection?.search !== null || selection.list !== null;
  return reading(host, { folders, search: isSearch }, async (engine) => {
    const { papers, title } = await select(engine, args, host);
    const file = await engine.call('export.render', {
      source: { kind: 'papers', papers: [...papers] },
      choice,
      title: args.title ?? title ?? host.words.exportTitle,
      limit: null,
    });
    if (out === null) await host.output.write(file.text);
    else await write(engine, file, out, host);
    return EXIT.ok;
  });
}
