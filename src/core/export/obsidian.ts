/** Markdown for an Obsidian vault: what is known of a paper stands in properties, and plug-ins run nothing of it. */
import type { ExportOptions, ExportPaper, KeyedPaper } from './export-paper.ts';
import { latexToText } from '../../shared/latex/latex-text.ts';
import type { WikiLink } from '../../shared/wiki-links.ts';
import { citationOf } from './citation.ts';
import { withKeys } from './citation-keys.ts';
import { cleanLine, cleanLines, webAddress } from './clean.ts';
import { distinctFileNames } from './file-name.ts';
import { markdownBody, type MarkdownOptions } from './markdown.ts';
import { embeddedMarkdown, markdownLink, markdownText } from './markdown-text.ts';
import { replaceLinks, webLink } from './note-links.ts';
import { WORDS } from './words.ts';

export type ObsidianOptions = MarkdownOptions & Pick<ExportOptions, 'citationKey'>;

export interface NamedText {
  readonly name: string;
  readonly text: string;
}

/** Languages of code that no plug-in takes for an order to itself. */
const PLAIN_CODE =
  /^(?:text|txt|python|py|bash|sh|shell|json|yaml|toml|xml|html|css|c|cpp|java|rust|go|sql|latex|tex|diff|markdown|md)?$/i;

/**
 * Takes what Obsidian's plug-ins would run out of a text: blocks of `dataviewjs` and the like, their inline queries
 * (`= …`), Templater's `<% … %>`, comments and embedded files.
 */
export function withoutPlugins(markdown: string): string {
  return markdown
    .replace(/^([ \t>]*(?:`{3,}|~{3,}))[ \t]*([^\n`]*)$/gm, (all, fence: string, info: string) =>
      PLAIN_CODE.test(info.trim()) ? all : `${fence}text`,
    )
    .replace(/(`+)(?=[$]?=)/g, '$1 ')
    .replaceAll('<%', '&lt;%')
    .replace(/%(?=%)/g, '%\u200b')
    .replace(/(?<!\\)\[(?=\[)|(?<=\[)\[/g, '\\[');
}

type Value = string | number | boolean | readonly string[];

/** A value of the front matter: JSON is YAML. What templates, comments and links begin with is written in escapes. */
function yaml(value: Value): string {
  if (typeof value === 'object') return `[${value.map(yaml).join(', ')}]`;
  return JSON.stringify(value).replace(
    /[<%[\]{}`\u007f-\u00a0\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

type Properties = Readonly<Record<string, Value | null>>;

function frontMatter(properties: Properties): string {
  const lines = Object.entries(properties).flatMap(([name, value]) =>
    value === null || value === '' || (Array.isArray(value) && value.length === 0)
      ? []
      : [`${name}: ${yaml(value)}\n`],
  );
  return `---\n${lines.join('')}---\n`;
}

function properties({ paper, key }: KeyedPaper): Properties {
  const { row, lists } = paper;
  const { title, authors, arxivId, doi, url, pdf } = citationOf(paper, { notes: false });
  return {
    title: latexToText(title),
    authors,
    date: row.date,
    citekey: key,
    arxiv: arxivId,
    doi,
    url,
    pdf,
    project: webAddress(paper.links.project),
    code: webAddress(paper.links.code),
    votes: row.votes,
    read: row.read,
    starred: row.starred,
    lists: lists.map(cleanLine),
    tags: ['paper'],
  };
}

/** The reader's own words: what they embed is meant. Links between papers become those of `link`. */
function note(text: string, label: string, link: (link: WikiLink) => string): readonly string[] {
  const clean = replaceLinks(cleanLines(text), link).trim();
  return clean === '' ? [] : [`## ${label}`, clean];
}

function paperText(
  keyed: KeyedPaper,
  options: ObsidianOptions,
  linkTo: (link: WikiLink) => string,
): string {
  const { paper } = keyed;
  const words = WORDS[options.language];
  const link = paper.links.page ?? paper.links.abstract;
  const summary = options.summaries ? embeddedMarkdown(paper.text) : '';
  const digest = [
    `# ${markdownLink(latexToText(paper.row.title), link)}`,
    paper.row.authors.map(markdownText).join(', '),
    ...(summary === '' ? [] : [`## ${words.summary}`, summary]),
  ].filter((block) => block !== '');
  const own = options.notes ? note(paper.note ?? '', words.note, linkTo) : [];
  const blocks = [withoutPlugins(digest.join('\n\n')), ...own];
  return `${frontMatter(properties(keyed))}\n${blocks.join('\n\n')}\n`;
}

/** A file for each paper, named by its title, with properties, summary and note. */
export function* obsidianFiles(
  papers: readonly ExportPaper[],
  options: ObsidianOptions,
): Generator<NamedText> {
  const names = distinctFileNames(papers, 'md');
  const byId = new Map(papers.map((paper) => [paper.row.id, names.get(paper) ?? '']));
  const linkTo = (link: WikiLink): string => {
    const name = byId.get(link.paper)?.replace(/\.md$/, '');
    if (name === undefined) return webLink(link);
    return `[[${name}${link.title === null ? '' : `|${link.title}`}]]`;
  };
  for (const keyed of withKeys(papers, options.citationKey)) {
    yield { name: names.get(keyed.paper) ?? '', text: paperText(keyed, options, linkTo) };
  }
}

/** All papers in one note. */
export function* writeObsidian(
  papers: readonly ExportPaper[],
  options: ObsidianOptions,
): Generator<string> {
  const title = cleanLine(options.title);
  yield frontMatter({ title, papers: papers.length, tags: ['papers'] });
  yield `\n# ${withoutPlugins(markdownText(options.title))}\n`;
  for (const paper of papers) {
    const link = paper.links.page ?? paper.links.abstract;
    const heading = `## ${markdownLink(latexToText(paper.row.title), link)}`;
    const body = markdownBody(paper, { ...options, notes: false });
    const own = options.notes ? note(paper.note ?? '', WORDS[options.language].note, webLink) : [];
    const lowered = own.map((block, index) => (index === 0 ? `#${block}` : block));
    yield `\n${[withoutPlugins([heading, ...body].join('\n\n')), ...lowered].join('\n\n')}\n`;
  }
}
