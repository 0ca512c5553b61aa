/** The table of export formats: what the dialog offers, and which choices each format has. */
import type { ExportChoice, ExportFormat, ExportLanguage } from './model.ts';

/** To be read, for references, for other programs, for Lectern itself. */
export type ExportGroup = 'read' | 'cite' | 'data';

export type ExportOptionName =
  'notes' | 'summaries' | 'bom' | 'separate' | 'template' | 'citationKey' | 'citationStyle';

export interface ExportFormatInfo {
  readonly group: ExportGroup;
  readonly ending: string;
  /** The choices that change what it writes. */
  readonly options: readonly ExportOptionName[];
}

/** By name, in the order in which they are offered. */
export const exportFormats: Readonly<Record<ExportFormat, ExportFormatInfo>> = {
  markdown: { group: 'read', ending: 'md', options: ['notes', 'summaries'] },
  html: { group: 'read', ending: 'html', options: ['notes', 'summaries'] },
  obsidian: {
    group: 'read',
    ending: 'md',
    options: ['notes', 'summaries', 'separate', 'citationKey'],
  },
  org: { group: 'read', ending: 'org', options: ['notes', 'summaries', 'citationKey'] },
  template: { group: 'read', ending: 'txt', options: ['notes', 'template', 'citationKey'] },
  references: { group: 'cite', ending: 'txt', options: ['citationStyle'] },
  bibtex: { group: 'cite', ending: 'bib', options: ['notes', 'citationKey'] },
  biblatex: { group: 'cite', ending: 'bib', options: ['notes', 'citationKey'] },
  ris: { group: 'cite', ending: 'ris', options: ['notes', 'summaries', 'citationKey'] },
  csljson: { group: 'cite', ending: 'json', options: ['notes', 'summaries', 'citationKey'] },
  csv: { group: 'data', ending: 'csv', options: ['notes', 'summaries', 'bom', 'citationKey'] },
  json: { group: 'data', ending: 'json', options: ['notes', 'summaries'] },
  digest: { group: 'data', ending: 'md', options: [] },
  backup: { group: 'data', ending: 'json', options: [] },
};

/** The formats' names, in that order. */
export const exportFormatNames = Object.keys(exportFormats) as readonly ExportFormat[];

/** What stands in brackets in a pattern of citation keys; with a capital first letter its words have capitals too. */
export const citationKeyPlaces = ['author', 'authors', 'year', 'title', 'titles', 'arxiv'] as const;
export type CitationKeyPlace = (typeof citationKeyPlaces)[number];

/** Citation styles by name, as the reader chooses them; their names are the same in every language. */
export const citationStyles = {
  apa: 'APA 7',
  mla: 'MLA 9',
  chicago: 'Chicago 17 (author-date)',
  harvard: 'Harvard (Cite Them Right 12)',
  ieee: 'IEEE',
  acm: 'ACM',
  nature: 'Nature',
  vancouver: 'Vancouver',
} as const;
export type CitationStyle = keyof typeof citationStyles;

export const DEFAULT_CITATION_STYLE: CitationStyle = 'apa';

export function isCitationStyle(name: string): name is CitationStyle {
  return Object.hasOwn(citationStyles, name);
}

/** What a template can do, as a beginning for one's own (core/export/template.ts). */
export const DEFAULT_EXPORT_TEMPLATE = `# {{ title | markdown }}
{% for paper in papers %}
- [{% if paper.read %}x{% else %} {% endif %}] **{{ paper.title | markdown }}**
  {{ paper.authors | join: ", " | markdown }}{% if paper.year %} ({{ paper.year }}){% endif %}
  {{ paper.url }}
{%- if paper.note %}
  {{ paper.note | strip_newlines | markdown }}
{%- endif %}
{% endfor %}`;

/** A format as the settings have it, without notes: for the clipboard and other places that ask nothing. */
export function plainChoice(format: ExportFormat, language: ExportLanguage): ExportChoice {
  return {
    format,
    notes: false,
    summaries: true,
    bom: false,
    separate: false,
    language,
    template: null,
    citationKey: null,
    citationStyle: null,
  };
}
