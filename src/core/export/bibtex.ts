import { citationOf, type Citation } from './citation.ts';
import { keyedInSlices } from './citation-keys.ts';
import type { ExportOptions, ExportPaper } from './export-paper.ts';
import { latexText } from './latex.ts';
import { isEastAsian } from './names.ts';

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** One name of an author list. Braces keep what BibTeX would take apart: names in Hangul or Han, `and`, odd commas. */
function author(name: string): string {
  const latex = latexText(name);
  const takenApart =
    isEastAsian(name) ||
    /(?:^|\s)(?:and|others)(?:\s|$)/i.test(name) ||
    !/^[^,]*[^,\s][^,]*(?:,[^,]*[^,\s][^,]*)?$/.test(name);
  return takenApart ? `{${latex}}` : latex;
}

/** An address for a field that `\url` sets verbatim: what could end it or start a command is percent-encoded. */
function verbatimAddress(href: string): string {
  return encodeURI(href)
    .replaceAll('%25', '%')
    .replace(/[\\{}^`]/g, (character) => encodeURIComponent(character));
}

type Field = readonly [name: string, value: string];

/** Two pairs of braces, so that no style lowers its capitals. */
function titleAndAuthors({ title, authors }: Citation): Field[] {
  const fields: Field[] = [['title', `{{${latexText(title)}}}`]];
  if (authors.length > 0) fields.push(['author', `{${authors.map(author).join(' and ')}}`]);
  return fields;
}

function addresses({ doi, url, note }: Citation): Field[] {
  const fields: Field[] = [];
  if (doi !== null) fields.push(['doi', `{${doi}}`]);
  if (url !== null) fields.push(['url', `{${verbatimAddress(url)}}`]);
  if (note !== '') fields.push(['annote', `{${latexText(note)}}`]);
  return fields;
}

function entry(type: string, key: string, fields: readonly Field[]): string {
  return `@${type}{${key},\n${fields.map(([name, value]) => `  ${name} = ${value},\n`).join('')}}\n`;
}

/** An entry for the BibTeX program and natbib: `@misc`, as arXiv's own export. */
function bibtexEntry(key: string, citation: Citation): string {
  const { year, month, arxivId, primaryClass } = citation;
  const fields = titleAndAuthors(citation);
  if (year !== null) fields.push(['year', `{${year}}`]);
  if (month !== null) fields.push(['month', MONTHS[month - 1] ?? '']);
  if (arxivId !== null) fields.push(['eprint', `{${arxivId}}`], ['archivePrefix', '{arXiv}']);
  if (primaryClass !== null) fields.push(['primaryClass', `{${primaryClass}}`]);
  return entry('misc', key, [...fields, ...addresses(citation)]);
}

/** An entry for biblatex and biber: `@online`, which asks for an eprint, DOI or address, else `@misc`. */
function biblatexEntry(key: string, citation: Citation): string {
  const { year, month, arxivId, primaryClass, doi, url } = citation;
  const fields = titleAndAuthors(citation);
  const date = month === null ? String(year) : `${year}-${String(month).padStart(2, '0')}`;
  if (year !== null) fields.push(['date', `{${date}}`]);
  if (arxivId !== null) fields.push(['eprint', `{${arxivId}}`], ['eprinttype', '{arxiv}']);
  if (primaryClass !== null) fields.push(['eprintclass', `{${primaryClass}}`]);
  const isOnline = arxivId !== null || doi !== null || url !== null;
  return entry(isOnline ? 'online' : 'misc', key, [...fields, ...addresses(citation)]);
}

function writer(write: (key: string, citation: Citation) => string) {
  return function* (
    papers: readonly ExportPaper[],
    options: Pick<ExportOptions, 'notes' | 'citationKey'>,
  ): Generator<string> {
    let gap = '';
    for (const { key, paper } of yield* keyedInSlices(papers, options.citationKey)) {
      yield gap + write(key, citationOf(paper, options));
      gap = '\n';
    }
  };
}

/** A BibTeX file in UTF-8: one `@misc` for each paper, in their order. Notes, where asked for, stand in `annote`. */
export const writeBibtex = writer(bibtexEntry);

/** The same for biblatex: `@online`, with `date`, `eprinttype` and `eprintclass`. */
export const writeBiblatex = writer(biblatexEntry);
