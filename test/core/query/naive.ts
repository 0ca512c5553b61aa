/** What the engine must answer, by looking at each paper in the plainest way. */
import { disassemble } from 'es-hangul';
import { choseongWord } from '../../../src/shared/query/choseong.ts';
import { withoutLatex } from '../../../src/core/search/without-latex.ts';
import { isWordStart } from '../../../src/core/search/word-start.ts';
import { fold } from '../../../src/shared/query/fold.ts';
import type { QueryNode, TextNode } from '../../../src/shared/query/syntax.ts';
import { wordsOf } from '../../../src/shared/query/words.ts';

export interface NaivePaper {
  readonly id: string;
  readonly title: string;
  readonly authors: readonly string[];
  readonly text: string;
  readonly note: string;
  readonly date: string | null;
  readonly votes: number | null;
  readonly read: boolean;
  readonly starred: boolean;
}

/** An initial that folding made a conjoining one is the key that types it. */
function keysOf(folded: string): string {
  const typed = Array.from('ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ');
  return disassemble(
    folded.replace(/[\u1100-\u1112]/g, (jamo) => typed[jamo.charCodeAt(0) - 0x1100] ?? ''),
  );
}

function sourceOf(typed: string, quoted: boolean, words: readonly string[]): string {
  const initials = quoted ? null : choseongWord(typed);
  return initials?.pattern ?? words.map((word) => word.replace(/[^\w가-힣]/g, '\\$&')).join('\\s+');
}

/** What is still composed: where its last syllable stands, the keys go on as those of that syllable do. */
function composedPlaces(text: string, { text: typed, quoted }: TextNode): readonly number[] {
  const before = typed.slice(0, -1);
  const keys = disassemble(typed.slice(-1));
  const folded = fold(text);
  const source = sourceOf(before, quoted, fold(before).trimStart().split(/\s+/));
  const found: number[] = [];
  for (let at = 0; at < folded.length; at++) {
    const pattern = new RegExp(source, 'y');
    pattern.lastIndex = at;
    if (!pattern.test(folded)) continue;
    if (keysOf(folded.slice(pattern.lastIndex)).startsWith(keys)) found.push(at);
  }
  return found;
}

function places(text: string, node: TextNode): readonly number[] {
  if (node.composing) return composedPlaces(text, node);
  const { text: typed, quoted } = node;
  const folded = fold(text);
  const source = sourceOf(typed, quoted, fold(typed).split(/\s+/).filter(Boolean));
  const found: number[] = [];
  for (let at = 0; at < folded.length; at++) {
    const pattern = new RegExp(source, 'y');
    pattern.lastIndex = at;
    if (pattern.test(folded)) found.push(at);
  }
  return found;
}

/** 0 or 1 in the title, 2 in authors, 3 in the text, 4 in the note, null nowhere. */
function place(paper: NaivePaper, node: TextNode): number | null {
  const inNote = places(paper.note, node).length > 0;
  if (node.field === 'note') return inNote ? 0 : null;
  const plain = withoutLatex(paper.title);
  const titles = plain === paper.title ? [plain] : [paper.title, plain];
  const inTitle = titles.flatMap((title) =>
    places(title, node).map((at) => isWordStart(fold(title), at)),
  );
  if (node.field !== 'author' && inTitle.length > 0) return inTitle.includes(true) ? 0 : 1;
  if (node.field === 'title') return null;
  if (paper.authors.some((author) => places(author, node).length > 0)) return 2;
  if (node.field !== 'any') return null;
  if (places(paper.text, node).length > 0) return 3;
  return inNote ? 4 : null;
}

export function matches(paper: NaivePaper, node: QueryNode | null): boolean {
  switch (node?.kind) {
    case undefined:
      return true;
    case 'all':
      return node.parts.every((part) => matches(paper, part));
    case 'any':
      return node.parts.some((part) => matches(paper, part));
    case 'not':
      return !matches(paper, node.part);
    case 'text':
      return place(paper, node) !== null;
    case 'votes': {
      const { votes } = paper;
      return votes !== null && votes >= (node.min ?? votes) && votes <= (node.max ?? votes);
    }
    case 'is':
      if (node.value === 'starred') return paper.starred;
      return paper.read === (node.value === 'read');
    case 'date':
    case 'has':
    case 'list':
    case 'in':
      throw new Error(`${node.kind} is tested apart`);
  }
}

/** Of a query that is words alone, all of which must occur. */
export function rank(paper: NaivePaper, words: readonly TextNode[]): readonly [number, number] {
  const found = words.map((word) => place(paper, word) ?? 0);
  return [
    found.reduce((sum, at) => sum + Math.max(0, at - 1), 0),
    found.filter((at) => at === 1).length,
  ];
}

/** The ids that a query of words, all of which must occur, finds: best first, then newest, then with most votes. */
export function search(papers: readonly NaivePaper[], node: QueryNode): readonly string[] {
  const words = wordsOf(node);
  const key = (paper: NaivePaper): readonly (number | string)[] => {
    const [field, inside] = rank(paper, words);
    const date = paper.date === null ? 0 : -Number(paper.date.replaceAll('-', ''));
    return [field, inside, date, -(paper.votes ?? -1), `${paper.id}.md`];
  };
  return papers
    .filter((paper) => matches(paper, node))
    .map((paper) => ({ id: paper.id, key: key(paper) }))
    .sort((a, b) => {
      const at = a.key.findIndex((part, index) => part !== b.key[index]);
      return (a.key[at] ?? 0) < (b.key[at] ?? 0) ? -1 : 1;
    })
    .map(({ id }) => id);
}
