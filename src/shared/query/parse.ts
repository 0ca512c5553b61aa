import { fold } from './fold.ts';
import { nameKey, plainName } from './names.ts';
import { nearestOperator } from './nearest.ts';
import type { ParsedQuery, QueryHint, QueryNode, TextNode } from './syntax.ts';
import { tokenize, type Token } from './tokens.ts';
import { isUnfinished } from './unfinished.ts';
import { dateNode, hasNode, isNode, votesNode } from './values.ts';

/**
 * Reads a query; anything can be read. Parts in a row must all hold, `OR` joins rows of them, parentheses group, a minus
 * before a part excludes it. What has no meaning (yet) is left out, and told as a hint where that may surprise. `composing`:
 * where what an input method still composes ends; the word that ends there is unfinished.
 */
export function parseQuery(query: string, composing?: number): ParsedQuery {
  const end = composing === undefined ? -1 : query.slice(0, composing).normalize('NFC').length;
  const parser = new Parser(tokenize(query.normalize('NFC')), end);
  const node = parser.alternatives();
  return { node, hints: parser.hints };
}

class Parser {
  readonly hints: QueryHint[] = [];
  readonly #tokens: readonly Token[];
  readonly #composing: number;
  #at = 0;
  #depth = 0;

  constructor(tokens: readonly Token[], composing: number) {
    this.#tokens = tokens;
    this.#composing = composing;
  }

  /** Rows joined by OR, up to the end or to the parenthesis that closes the group. */
  alternatives(): QueryNode | null {
    const rows: QueryNode[] = [];
    for (;;) {
      const row = this.#row();
      if (row !== null) rows.push(row);
      const token = this.#tokens[this.#at];
      if (token === undefined || (token.kind === 'close' && this.#depth > 0)) break;
      this.#at += 1;
    }
    return joined('any', rows);
  }

  /** Parts in a row, up to what is none of them. */
  #row(): QueryNode | null {
    const parts: QueryNode[] = [];
    for (;;) {
      const token = this.#tokens[this.#at];
      if (token === undefined || token.kind === 'or') break;
      if (token.kind === 'close') {
        if (this.#depth > 0) break;
        // Closes nothing.
        this.#at += 1;
        continue;
      }
      const part = this.#part(token);
      if (part !== null) parts.push(part);
    }
    return joined('all', parts);
  }

  #part(token: Exclude<Token, { kind: 'or' | 'close' }>): QueryNode | null {
    this.#at += 1;
    switch (token.kind) {
      case 'open':
        return this.#group();
      case 'minus': {
        const next = this.#tokens[this.#at];
        // A minus that stands alone means nothing yet.
        if (next?.start !== token.end || next.kind === 'close' || next.kind === 'or') return null;
        const part = this.#part(next);
        return part === null ? null : { kind: 'not', part };
      }
      case 'word':
        return this.#word(token);
      case 'operator':
        return this.#operator(token);
    }
  }

  #group(): QueryNode | null {
    this.#depth += 1;
    const node = this.alternatives();
    this.#depth -= 1;
    // The parenthesis that closes it; one left open runs to the end.
    this.#at += 1;
    return node;
  }

  #word({ text, quoted, end }: Extract<Token, { kind: 'word' }>): QueryNode | null {
    const node = this.#text('any', text, quoted, end);
    if (node === null || (!quoted && node.text === '-')) return null;
    const meant = quoted ? null : nearestOperator(text);
    if (meant !== null) this.hints.push(meant);
    return node;
  }

  #operator(token: Extract<Token, { kind: 'operator' }>): QueryNode | null {
    const { operator, value, quoted, end } = token;
    const node = ((): QueryNode | null => {
      switch (operator) {
        case 'author':
        case 'title':
        case 'note':
          return this.#text(operator, value, quoted, end);
        case 'date':
          return dateNode(value);
        case 'votes':
          return votesNode(value);
        case 'is':
          return isNode(value);
        case 'has':
          return hasNode(value);
        case 'list':
        case 'in':
          return nameKey(value) === '' ? null : { kind: operator, name: plainName(value) };
      }
    })();
    if (node === null) this.hints.push({ kind: 'value', operator, value: value.trim() });
    return node;
  }

  #text(field: TextNode['field'], typed: string, quoted: boolean, end: number): TextNode | null {
    if (fold(typed).trim() === '') return null;
    const text = typed.trim();
    const node: TextNode = { kind: 'text', field, text, quoted };
    const isComposing = end === this.#composing && typed.endsWith(text);
    return isComposing && isUnfinished(text, quoted) ? { ...node, composing: true } : node;
  }
}

/** One node of several: one alone stands for itself, and what is of the same kind is taken up. */
function joined(kind: 'all' | 'any', parts: readonly QueryNode[]): QueryNode | null {
  const flat = parts.flatMap((part) => (part.kind === kind ? part.parts : [part]));
  const [first] = flat;
  if (first === undefined) return null;
  return flat.length === 1 ? first : { kind, parts: flat };
}
