/** `lectern stats`: what there is, and what was read. */
import { cleanLine } from '../../core/export/clean.ts';
import type { Outline, Statistics, Tally, VotesBand } from '../../shared/model.ts';
import { READ_NEXT } from '../../shared/model.ts';
import type { StatsArguments } from './options.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { plainJson } from './plain-json.ts';
import { reading, type ScriptHost } from './script.ts';
import type { CliWords } from './words.ts';

const TOP = 10;
const LAST_DAYS = 7;

function band({ from, to }: VotesBand, words: CliWords): string {
  if (from === null) return words.stats.notTold;
  if (to === null) return `${from}+`;
  return from === to ? String(from) : `${from}–${to}`;
}

/** Lines of a name and figures, the figures below each other. */
function rows(entries: readonly (readonly [name: string, figures: string])[]): readonly string[] {
  const width = Math.max(0, ...entries.map(([, figures]) => figures.length));
  return entries.map(([name, figures]) => `  ${figures.padStart(width)}  ${cleanLine(name)}`);
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', title, ...lines];
}

const figures = (...numbers: readonly number[]): string =>
  numbers.map((each) => String(each).padStart(6)).join('');

const tally = ({ name, read, total }: Tally): readonly [string, string] => [
  name,
  `${read}/${total}`,
];

/** The statistics as a page of text. */
export function statsText(statistics: Statistics, outline: Outline, words: CliWords): string {
  const { stats } = words;
  const { total, read, streak, votes, authors, days } = statistics;
  const lists = outline.lists.filter(({ count }) => count.total > 0);
  const lines = [
    `${stats.papers}: ${total}`,
    `${stats.read}: ${read}`,
    `${stats.unread}: ${total - read}`,
    `${stats.starred}: ${outline.starred.total}`,
    `${stats.noted}: ${outline.noted.total}`,
    `${stats.streak}: ${stats.days(streak.current)} (${stats.longest} ${stats.days(streak.longest)})`,
    ...section(
      stats.lastDays,
      rows(
        days
          .slice(-LAST_DAYS)
          .reverse()
          .map((day) => [day.date, figures(day.arrived, day.read, day.unread)]),
      ),
    ),
    ...section(
      stats.votes,
      rows(votes.map((each) => [band(each, words), `${each.read}/${each.total}`])),
    ),
    ...section(
      stats.lists,
      rows(
        lists.map(({ id, name, count }) => [
          id === READ_NEXT ? words.readNext : name,
          `${count.unread}/${count.total}`,
        ]),
      ),
    ),
    ...section(stats.authors, rows(authors.slice(0, TOP).map(tally))),
    ...section(stats.wordsRead, rows(statistics.words.read.slice(0, TOP).map(tally))),
  ];
  return `${lines.join('\n')}\n`;
}

/** Errors: those of `reading`. */
export function stats({ folders, json }: StatsArguments, host: ScriptHost): Promise<ExitCode> {
  const { output, words } = host;
  // Lists may be searches, which need the texts.
  return reading(host, { folders, search: true }, async (engine) => {
    const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
    const statistics = await engine.call('library.statistics', { timeZone });
    const outline = await engine.call('library.outline', {});
    const { starred, noted, lists } = outline;
    const figures = {
      ...statistics,
      starred: starred.total,
      noted: noted.total,
      lists: lists.map(({ id, name, count }) => ({ id, name, ...count })),
    };
    await output.write(json ? `${plainJson(figures, 2)}\n` : statsText(statistics, outline, words));
    return EXIT.ok;
  });
}
