/** `lectern search`: the papers that a search finds. */
import { cleanLine } from '../../core/export/clean.ts';
import type { Engine } from '../../core/thread/client.ts';
import type { PaperRow } from '../../shared/model.ts';
import { latexToText } from '../../shared/latex/latex-text.ts';
import type { SearchArguments } from './options.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { plainJson } from './plain-json.ts';
import { ask, reading, rowsOf, type ScriptHost } from './script.ts';

interface Found extends PaperRow {
  readonly address: string | null;
}

/** One paper a line. Titles come from digests: nothing of them acts on a terminal. */
function line({ date, votes, title, address, id }: Found): string {
  const fields = [date ?? '', votes ?? '', cleanLine(latexToText(title)), cleanLine(address ?? id)];
  return `${fields.join('\t')}\n`;
}

async function withAddresses(engine: Engine, rows: readonly PaperRow[]): Promise<readonly Found[]> {
  const papers = rows.map(({ id }) => id);
  const addresses = await engine.call('paper.addresses', { papers });
  return rows.map((row, at) => ({ ...row, address: addresses[at] ?? null }));
}

/** Errors: those of `reading`. */
export function search(
  { query, folders, order, json }: SearchArguments,
  host: ScriptHost,
): Promise<ExitCode> {
  const { output, words } = host;
  return reading(host, { folders, search: true }, async (engine) => {
    const info = await ask(engine, { view: { kind: 'all' }, search: query }, order, host);
    let gap = '[';
    for await (const rows of rowsOf(engine, info, order.limit)) {
      if (output.gone) return EXIT.ok;
      for (const found of await withAddresses(engine, rows)) {
        await output.write(json ? `${gap}\n${plainJson(found)}` : line(found));
        gap = ',';
      }
    }
    if (json) await output.write(info.total === 0 ? '[]\n' : '\n]\n');
    if (info.total > 0) return EXIT.ok;
    output.tell(words.nothingFound);
    return EXIT.nothingFound;
  });
}
