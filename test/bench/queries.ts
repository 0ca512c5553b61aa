import { assemble, disassembleToGroups, getChoseong } from 'es-hangul';
import type { FolderId, Query } from '../../src/shared/model.ts';
import type { Random } from './random.ts';

/** Searches of a reader: words of the corpus itself, Korean and English, two at a time, and initial consonants. */
export function searches(texts: readonly string[], random: Random, count: number): string[] {
  const word = (pattern: RegExp): string => {
    for (let tries = 0; tries < 100; tries++) {
      const found = random.pick(texts).match(pattern) ?? [];
      if (found.length > 0) return random.pick(found);
    }
    return '학습';
  };
  const korean = (): string => word(/[가-힣]{2,6}/g).slice(0, random.between(2, 4));
  const english = (): string => word(/[a-z]{3,12}/g);
  const kinds = [
    korean,
    korean,
    english,
    () => `${korean()} ${english()}`,
    () => `${korean()} ${korean()}`,
    () => getChoseong(word(/[가-힣]{3,5}/g)),
  ];
  return Array.from({ length: count }, (_, index) => kinds[index % kinds.length]?.() ?? korean());
}

/** What stands in the field while a search is typed: `ㄱ`, `가`, `강`, `강ㅎ` …, as an input method composes it. */
export function keystrokes(search: string): readonly string[] {
  const typed: string[] = [];
  let before = '';
  for (const character of search) {
    const letters = /[가-힣]/.test(character)
      ? (disassembleToGroups(character)[0] ?? [character])
      : [character];
    letters.forEach((_, index) => typed.push(before + assemble(letters.slice(0, index + 1))));
    before += character;
  }
  return typed;
}

/** What the sidebar and the list's head can ask for. */
export function listQueries(folder: FolderId, dates: readonly string[]): readonly Query[] {
  const base: Query = {
    view: { kind: 'all' },
    search: '',
    sort: 'auto',
    descending: true,
    group: 'none',
    unreadOnly: false,
  };
  return [
    base,
    { ...base, view: { kind: 'unread' } },
    { ...base, unreadOnly: true },
    { ...base, sort: 'votes' },
    { ...base, sort: 'title', descending: false },
    { ...base, view: { kind: 'folder', folder } },
    ...dates.map((part): Query => ({ ...base, view: { kind: 'dates', folder, dates: part } })),
  ];
}
