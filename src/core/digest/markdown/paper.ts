/** What is known of a paper while its lines are read, and the entry that becomes of it. */
import type { Entry } from '../formats/entries.ts';
import { summaryText } from '../summary-text.ts';
import { countOf, namesIn, readFields } from './fields.ts';
import type { FieldItem } from './fields.ts';
import type { Line } from './lines.ts';
import { roleOf } from './links.ts';
import type { TextLink } from './links.ts';

export interface Place {
  readonly start: number;
  readonly end: number;
  readonly line: number;
}

export class PaperDraft {
  title: string;
  readonly links: string[] = [];
  pdf: string | null = null;
  project: string | null = null;
  code: string | null = null;
  authors: readonly string[] | null = null;
  votes: number | null = null;
  readonly text: string[] = [];
  #voted = false;

  constructor(title: string) {
    this.title = title;
  }

  /** Takes a link by its role; one without a role is the project's, once the paper has a page. */
  addLink(link: Pick<TextLink, 'label' | 'address'>, isTitle = false): void {
    const { address } = link;
    const role = isTitle
      ? 'link'
      : (roleOf(link) ?? (this.links.length === 0 ? 'link' : 'project'));
    if (role === 'code') this.code ??= address;
    else if (role === 'project') this.project ??= address;
    else {
      if (role === 'pdf') this.pdf ??= address;
      if (!this.links.includes(address)) this.links.push(address);
    }
  }

  /** Reads lines under a title: fields are taken, all others are text. */
  addLines(lines: readonly Line[], strip: (text: string) => string = (text) => text): void {
    for (const line of lines) {
      const text = strip(line.text);
      const items = line.isCode ? null : readFields(text);
      if (items === null || !this.#takes(items)) this.text.push(text);
    }
  }

  /** Whether every item of a line is taken; a line with one that has no place here stays text. */
  #takes(items: readonly FieldItem[]): boolean {
    const takes = items.every(({ field }) => {
      switch (field) {
        case 'votes':
          return !this.#voted;
        case 'authors':
          return this.authors === null;
        case 'link':
        case 'id':
        case 'doi':
        case 'pdf':
        case 'code':
        case 'project':
          return true;
        case 'title':
          return this.title === '';
        case 'stars':
        case 'date':
        case 'institutions':
        case 'abstract':
        case 'aiSummary':
        case 'keywords':
        case 'media':
          return false;
      }
    });
    for (const item of items) this.#take(item);
    return takes;
  }

  #take({ field, value, links }: FieldItem): void {
    if (field === 'votes' && !this.#voted) {
      this.#voted = true;
      this.votes = countOf(value);
    }
    if (field === 'authors') this.authors ??= namesIn(value);
    if (field === 'title' && this.title === '') this.title = value;
    if (field === 'code' || field === 'project' || field === 'pdf') {
      for (const { address } of links) this.addLink({ label: field, address });
    }
    if (field === 'link' || field === 'id' || field === 'doi')
      for (const link of links) this.addLink(link);
  }

  toEntry(
    { start, end, line }: Place,
    day: string | null,
    file: string | null,
    keywords: readonly string[],
  ): Entry {
    const label = keywords.length === 0 ? '' : `**Keywords:** ${keywords.join(', ')}`;
    const { text, media } = summaryText(this.text.join('\n'));
    return {
      title: this.title,
      links: this.links,
      pdf: this.pdf,
      project: this.project,
      code: this.code,
      authors: this.authors ?? [],
      votes: this.votes,
      media,
      days: { heading: day, file, entry: null },
      text: [text, label].filter((block) => block !== '').join('\n\n'),
      range: { start, end },
      line,
    };
  }
}
