/** What a search field offers to complete: operators, their values, names of lists and folders. */
import type { IsoDate, Outline } from '../../../shared/model.ts';
import { fold } from '../../../shared/query/fold.ts';
import { nameKey, plainName } from '../../../shared/query/names.ts';
import {
  HAS_NAMES,
  IS_NAMES,
  OPERATOR_NAMES,
  type HasValue,
  type IsValue,
  type Operator,
} from '../../../shared/query/syntax.ts';
import { tokenize, type Token } from '../../../shared/query/tokens.ts';
import { locale, t } from '../../i18n/i18n.svelte.ts';
import { listName } from '../lists/list-name.ts';

export interface Completion {
  /** What stands in the field for it. */
  readonly text: string;
  readonly detail: string;
  /** The field, and where its caret stands, once this is taken. */
  readonly field: string;
  readonly caret: number;
}

export interface Context {
  readonly outline: Outline | null;
  readonly today: IsoDate;
}

/** Fewer letters than these may begin any word: nothing is offered for them. */
const FEWEST = 2;

/** The name that the reader's language has for an operator or value; the English one where it has none. */
function nameIn(names: readonly string[]): string {
  const korean = names.find((name) => /[가-힣]/.test(name));
  return (locale() === 'ko' ? korean : undefined) ?? names[0] ?? '';
}

export function operatorName(operator: Operator): string {
  return nameIn(OPERATOR_NAMES[operator]);
}

/** The values that an operator takes, as the reader may type them. */
export function takes(operator: Operator): string {
  switch (operator) {
    case 'is':
      return Object.values(IS_NAMES).map(nameIn).join(', ');
    case 'has':
      return `${Object.values(HAS_NAMES).slice(0, 5).map(nameIn).join(', ')}…`;
    case 'date':
    case 'votes':
      return t(`search.takes.${operator}`);
    case 'note':
      return t('search.takes.words');
    case 'author':
    case 'title':
    case 'list':
    case 'in':
      return t('search.takes.name');
  }
}

/** What can be taken at a caret; in an empty field every operator. */
export function completionsAt(
  field: string,
  caret: number,
  context: Context,
): readonly Completion[] {
  if (field.trim() === '') return operators('', { start: 0, end: field.length }, field);
  const token = tokenize(field).find(({ start, end }) => start < caret && caret <= end);
  if (token?.kind === 'word' && !token.quoted && token.text.length >= FEWEST) {
    return operators(token.text, token, field);
  }
  if (token?.kind !== 'operator' || caret < token.valueStart) return [];
  const wanted = squeeze(token.value);
  const offers = valuesOf(token.operator, context);
  if (offers.some(([value]) => squeeze(value) === wanted)) return [];
  const found = offers
    .filter(([value, , also = value]) =>
      [value, also].some((name) => squeeze(name).includes(wanted)),
    )
    .map(([value, detail]) => taken(field, token, value, detail));
  // Two lists or folders of one name are one to a search.
  return [...new Map(found.toReversed().map((offer) => [offer.text, offer])).values()].toReversed();
}

function squeeze(text: string): string {
  return nameKey(text).replaceAll(' ', '');
}

function operators(
  typed: string,
  { start, end }: Pick<Token, 'start' | 'end'>,
  field: string,
): readonly Completion[] {
  const wanted = fold(typed);
  return (Object.keys(OPERATOR_NAMES) as Operator[])
    .filter((operator) => OPERATOR_NAMES[operator].some((name) => name.startsWith(wanted)))
    .map((operator) => {
      const text = `${operatorName(operator)}:`;
      const before = field.slice(0, start) + text;
      return {
        text,
        detail: t(`search.op.${operator}`),
        field: before + field.slice(end),
        caret: before.length,
      };
    });
}

function taken(
  field: string,
  token: Extract<Token, { kind: 'operator' }>,
  value: string,
  detail: string,
): Completion {
  const quoted = /[\s()"“”„]/.test(value) ? `"${plainName(value)}"` : value;
  const head = field.slice(token.start, token.valueStart);
  const before = `${field.slice(0, token.valueStart)}${quoted} `;
  return {
    text: head + quoted,
    detail,
    field: before + field.slice(token.end).trimStart(),
    caret: before.length,
  };
}

/** Values with what they mean; `also`: another name by which one may be typed. */
function valuesOf(
  operator: Operator,
  { outline, today }: Context,
): readonly (readonly [value: string, detail: string, also?: string])[] {
  switch (operator) {
    case 'is':
      return (Object.keys(IS_NAMES) as IsValue[]).map((value) => [
        nameIn(IS_NAMES[value]),
        t(`search.is.${value}`),
      ]);
    case 'has':
      return (Object.keys(HAS_NAMES) as HasValue[]).map((value) => [
        nameIn(HAS_NAMES[value]),
        t(`search.has.${value}`),
      ]);
    case 'date':
      return [
        [locale() === 'ko' ? '오늘' : 'today', t('search.date.today')],
        [locale() === 'ko' ? '7일' : '7d', t('search.date.week')],
        [today.slice(0, 7), t('search.date.month')],
        [today.slice(0, 4), t('search.date.year')],
      ];
    case 'votes':
      return [10, 20, 50, 100].map((count) => [`>${count}`, t('search.votes.over', { count })]);
    case 'list':
      return (outline?.lists ?? []).map((list) => [listName(list), '', list.name]);
    case 'in':
      return (outline?.folders ?? []).map(({ name, path }) => [name, path]);
    case 'author':
    case 'title':
    case 'note':
      return [];
  }
}
