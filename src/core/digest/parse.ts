import type { Digest, DigestPaper, DigestProblem } from './digest.ts';
import { dailyMarkdown, unlinkedDailyMarkdown } from './formats/daily-markdown.ts';
import type { DigestFormat, ReadText } from './formats/format.ts';
import { hfDailyJson, hfScrapedJson, json, jsonLines } from './formats/json.ts';
import { arxivMail } from './formats/arxiv-mail.ts';
import { feed } from './formats/feed.ts';
import { markdown } from './formats/markdown.ts';
import { yaml } from './formats/yaml.ts';
import { invalidUtf8Line, toSource } from './source.ts';
import type { Source } from './source.ts';

/** In the order in which they are asked. */
const formats: readonly DigestFormat[] = [
  dailyMarkdown,
  hfDailyJson,
  hfScrapedJson,
  jsonLines,
  json,
  feed,
  arxivMail,
  yaml,
  markdown,
  unlinkedDailyMarkdown,
];

/**
 * Reads a digest file of any known format, told by its content. Never throws: what cannot be read is told in `problems`.
 * `path`: inside the folder, with `/`; it dates the papers when the text does not.
 */
export function parseDigest(bytes: Uint8Array, path: string): Digest {
  const source = toSource(bytes);
  const digest = readDigest(source, path);
  if (digest === null) {
    const message = bytes.length === 0 ? 'The file is empty.' : 'No digest was found in the file.';
    return { format: null, papers: [], problems: [{ code: 'not-a-digest', message, line: null }] };
  }
  const { format, papers, problems } = digest;
  return {
    format,
    papers: papers.map(eachAuthorOnce),
    problems: [
      ...encodingProblems(invalidUtf8Line(source)),
      ...emptiness(papers.length),
      ...problems,
    ],
  };
}

/** By the first format that finds papers, or else the first that knows the file for its own; null when none does. */
function readDigest(source: Source, path: string): Digest | null {
  let empty: Digest | null = null;
  for (const format of formats) {
    if (!format.recognise(source)) continue;
    const digest = { format: format.name, ...format.parse(source, path) };
    if (digest.papers.length > 0) return digest;
    empty ??= digest;
  }
  return empty;
}

/** Some digests print one person over and over. */
function eachAuthorOnce(paper: DigestPaper): DigestPaper {
  const names = new Set(paper.authors);
  return names.size === paper.authors.length ? paper : { ...paper, authors: [...names] };
}

function encodingProblems(line: number | null): readonly DigestProblem[] {
  if (line === null) return [];
  const message = 'The file is not valid UTF-8: unreadable characters are shown as �.';
  return [{ code: 'invalid-utf8', message, line }];
}

function emptiness(papers: number): readonly DigestProblem[] {
  if (papers > 0) return [];
  return [{ code: 'no-papers', message: 'The digest holds no papers.', line: null }];
}

/**
 * How the summaries of a file's papers are read, Markdown with `\n` line ends, by their `body`; '' when there is none, or
 * when the range does not fit the file (any more). `format`: the name that `parseDigest` told of these bytes.
 */
export function openTexts(bytes: Uint8Array, format: string | null): ReadText {
  const known = formats.find(({ name }) => name === format);
  return known === undefined ? () => '' : known.texts(toSource(bytes));
}
