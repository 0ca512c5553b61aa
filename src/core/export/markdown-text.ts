import { Marked, type Token } from 'marked';
import { cleanLine, cleanLines, webAddress } from './clean.ts';

const marked = new Marked({ gfm: true });

/** What a summary must hold before it is worth lexing: HTML, or a line that could be a heading or a fence. */
const SUSPECT = /<|^[ \t]*(?:#|`{3}|~{3}|=+[ \t]*$|-+[ \t]*$)/m;

/** Headings of a summary stand below that of its paper. */
const DEMOTED = 2;

/**
 * Plain text as Markdown that reads the same: on one line, no markup, no HTML. A backslash is doubled only where it would
 * escape something, and subscripts stay as they are, so that LaTeX in titles still renders.
 */
export function markdownText(text: string): string {
  return (
    cleanLine(text)
      .replace(/\\(?=[!-/:-@[-`{-~]|$)/g, '\\\\')
      .replace(/[`*[\]<~]/g, '\\$&')
      // Within a link's words some readers, marked among them, would end it at `\](`.
      .replace(/(?<=\])\(/g, '\\(')
      .replace(/(?<![A-Za-z0-9])_|_(?![A-Za-z0-9{\\])/g, '\\_')
      .replace(/&(?=#?\w+;)/g, '\\&')
      .replace(/#+$/, (hashes) => hashes.replaceAll('#', '\\#'))
  );
}

/** A link, or its text alone when the address is none of the web. */
export function markdownLink(text: string, address: string | null): string {
  const href = webAddress(address);
  if (href === null) return markdownText(text);
  const destination = href.replace(/[()<>\\]/g, (character) => encodeByte(character));
  return `[${markdownText(text)}](${destination})`;
}

function encodeByte(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}

/**
 * Markdown of someone else as a part of a longer text: its headings stand below ours, its HTML is shown instead of
 * applied, and no fence that it leaves open reaches beyond it.
 */
export function embeddedMarkdown(text: string): string {
  const clean = cleanLines(text)
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd();
  if (!SUSPECT.test(clean)) return clean;
  // An entity, since a backslash of the summary's own would take the force of another one.
  const inert = hasHtml(clean) ? clean.replaceAll('<', '&lt;') : clean;
  return marked.lexer(inert).map(embed).join('').trimEnd();
}

function embed(token: Token): string {
  if (token.type === 'heading') {
    const { depth, text } = token as { readonly depth: number; readonly text: string };
    const gap = token.raw.slice(token.raw.trimEnd().length);
    return `${'#'.repeat(Math.min(6, depth + DEMOTED))} ${cleanLine(text)}${gap}`;
  }
  const fence = token.type === 'code' ? /^ {0,3}(`{3,}|~{3,})/.exec(token.raw)?.[1] : undefined;
  return fence === undefined || isClosed(token.raw, fence) ? token.raw : `${token.raw}\n${fence}`;
}

function isClosed(raw: string, fence: string): boolean {
  const [, ...rest] = raw.trimEnd().split('\n');
  const last = /^ {0,3}(\S+)$/.exec(rest.at(-1) ?? '')?.[1] ?? '';
  return last.startsWith(fence) && last.replaceAll(fence.charAt(0), '') === '';
}

function hasHtml(text: string): boolean {
  let found = false;
  void marked.walkTokens(marked.lexer(text), (token) => {
    found ||= token.type === 'html';
  });
  return found;
}
