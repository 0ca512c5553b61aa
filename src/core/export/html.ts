/** One HTML page that needs nothing else: it reads well, prints well, loads nothing and runs nothing. */
import { escapeHtml } from '../../shared/escape-html.ts';
import { cleanLine } from './clean.ts';
import type { ExportOptions, ExportPaper } from './export-paper.ts';
import { linkedNote } from './note-links.ts';
import { namedLinks } from './paper-links.ts';
import { htmlLink, markdownHtml, titleHtml } from './safe-html.ts';
import { WORDS } from './words.ts';

type HtmlOptions = Pick<ExportOptions, 'title' | 'notes' | 'summaries' | 'language'>;

/** Everything is in the page; a text that got past all escapes could still load and run nothing. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

const STYLE = `
:root { color-scheme: light dark; --ink: #1d1d1f; --ink-2: #5c5c63; --line: #d9d9de; --paper: #fff; --accent: #8a4b14; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8e6e3; --ink-2: #a3a09b; --line: #3a3a3d; --paper: #1b1b1d; --accent: #e0a66e; }
}
* { box-sizing: border-box; }
body {
  max-width: 44rem; margin: 0 auto; padding: 3rem 1.25rem 6rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.65 system-ui, "Noto Sans KR", "Apple SD Gothic Neo", "Malgun Gothic", sans-serif;
  word-break: keep-all; overflow-wrap: anywhere;
}
h1 { font-size: 1.75rem; line-height: 1.3; margin: 0; }
header p { margin: .25rem 0 0; color: var(--ink-2); }
article { margin-top: 2.5rem; padding-top: 2rem; border-top: 1px solid var(--line); }
h2 { font-size: 1.25rem; line-height: 1.4; margin: 0 0 .5rem; text-wrap: balance; }
h2 a { color: inherit; text-decoration: none; }
h2 a:hover { text-decoration: underline; }
h3, h4, h5, h6 { font-size: 1rem; margin: 1.5em 0 .5em; }
a { color: var(--accent); }
.authors, .facts { margin: .25rem 0; color: var(--ink-2); font-size: .9rem; }
.facts { display: flex; flex-wrap: wrap; gap: 0 .9rem; margin-bottom: 1rem; padding: 0; list-style: none; }
.note { margin: 1.25rem 0 0; padding: .25rem 0 .25rem 1rem; border-left: 3px solid var(--accent); }
.note > h3 { margin: 0; color: var(--ink-2); font-size: .9rem; }
pre { overflow-x: auto; padding: .75rem 1rem; border: 1px solid var(--line); border-radius: .375rem; white-space: pre-wrap; }
code { font-family: ui-monospace, monospace; font-size: .9em; }
table { border-collapse: collapse; }
th, td { padding: .25rem .75rem; border: 1px solid var(--line); text-align: start; }
blockquote { margin: 1em 0; padding-left: 1rem; border-left: 3px solid var(--line); color: var(--ink-2); }
@media print {
  :root { color-scheme: light; --ink: #000; --ink-2: #444; --line: #bbb; --paper: #fff; --accent: #000; }
  @page { margin: 18mm 16mm; }
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  article { margin-top: 1.25rem; padding-top: 1rem; }
  h2, h3, h4, h5, h6, .authors, .facts { break-after: avoid; }
  pre, table, blockquote, .note, li { break-inside: avoid; }
  h2 a[href]::after { content: " " attr(href); font-size: .75rem; font-weight: 400; color: var(--ink-2); }
  p { orphans: 3; widows: 3; }
}
`.trim();

function article(paper: ExportPaper, options: HtmlOptions): string {
  const { row, links } = paper;
  const words = WORDS[options.language];
  const facts = [
    row.date === null
      ? ''
      : `<time datetime="${escapeHtml(row.date)}">${escapeHtml(row.date)}</time>`,
    row.votes === null ? '' : `${words.votes} ${row.votes}`,
    ...namedLinks(links, options.language).map(({ name, address }) => htmlLink(name, address)),
  ].filter((fact) => fact !== '');
  const authors = row.authors.map(cleanLine).filter((name) => name !== '');
  const summary = options.summaries ? markdownHtml(paper.text) : '';
  const note = options.notes && paper.note !== null ? markdownHtml(linkedNote(paper.note)) : '';
  const heading = titleHtml(row.title);
  const address = namedLinks({ ...links, abstract: links.abstract ?? links.page }, 'en')[0];
  const linked =
    address === undefined || address.name !== WORDS.en.abstract
      ? heading
      : `<a href="${escapeHtml(address.address)}" rel="noreferrer">${heading}</a>`;
  return [
    `<article lang="${/\p{Script=Hangul}/u.test(paper.text) ? 'ko' : 'en'}">`,
    `<h2>${linked}</h2>`,
    authors.length === 0 ? '' : `<p class="authors">${authors.map(escapeHtml).join(', ')}</p>`,
    facts.length === 0
      ? ''
      : `<ul class="facts">${facts.map((fact) => `<li>${fact}</li>`).join('')}</ul>`,
    summary.trim(),
    note === '' ? '' : `<section class="note"><h3>${words.note}</h3>\n${note.trim()}</section>`,
    '</article>',
  ]
    .filter((line) => line !== '')
    .join('\n');
}

/** An HTML page in UTF-8, self-contained: an article for each paper, formulas in MathML, for the screen and for print. */
export function* writeHtml(
  papers: readonly ExportPaper[],
  options: HtmlOptions,
): Generator<string> {
  const title = escapeHtml(cleanLine(options.title));
  const words = WORDS[options.language];
  yield `<!DOCTYPE html>
<html lang="${options.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Lectern">
<title>${title === '' ? 'Lectern' : title}</title>
<style>
${STYLE}
</style>
</head>
<body>
<header>
<h1>${title === '' ? 'Lectern' : title}</h1>
<p>${words.papers(papers.length)}</p>
</header>
<main>
`;
  for (const paper of papers) yield `${article(paper, options)}\n`;
  yield '</main>\n</body>\n</html>\n';
}
