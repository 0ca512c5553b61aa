/** Authors' names as reference managers want them: in parts where they have some, whole where they have none. */
import { cleanLine } from './clean.ts';

export type PersonName =
  | { readonly kind: 'whole'; readonly name: string }
  | {
      readonly kind: 'parts';
      readonly given: string;
      /** `van der`; '' for none. */
      readonly particle: string;
      readonly family: string;
      /** `Jr.`; '' for none. */
      readonly suffix: string;
    };

const EAST_ASIAN = /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const SUFFIX = /^(?:jr\.?|sr\.?|ii|iii|iv)$/i;

/** Whether a name is written in Hangul, Han or Kana, and so has no parts that a space tells apart. */
export function isEastAsian(name: string): boolean {
  return EAST_ASIAN.test(name);
}

/**
 * `Wei Shen`, `Shen, Wei` and `Laurens van der Maaten` in their parts. Whole stay names of one word, names in Hangul, Han
 * or Kana, and what is no person's name (`Gemma Team, Google, and others`).
 */
export function personName(printed: string): PersonName {
  const name = cleanLine(printed);
  const whole = { kind: 'whole', name } as const;
  if (isEastAsian(name) || /\d|[&/]|(?:^|[\s,])(?:and|others|team)(?:[\s,]|$)/i.test(name))
    return whole;
  const [family = '', given = '', ...rest] = name.split(',').map((part) => part.trim());
  if (rest.length > 0) return whole;
  if (name.includes(',')) {
    if (family === '' || given === '') return whole;
    return SUFFIX.test(given) ? ofWords(family.split(' '), given) : parts(given, family, '');
  }
  return ofWords(name.split(' '), '');
}

function ofWords(words: readonly string[], knownSuffix: string): PersonName {
  const last = words.at(-1) ?? '';
  const hasSuffix = knownSuffix === '' && words.length > 2 && SUFFIX.test(last);
  const suffix = hasSuffix ? last : knownSuffix;
  const bare = hasSuffix ? words.slice(0, -1) : words;
  if (bare.length < 2) return { kind: 'whole', name: words.join(' ') };
  // BibTeX's rule: words in lower case before the last one begin the family name.
  const at = bare.findIndex((word, index) => index > 0 && /^\p{Ll}/u.test(word));
  const from = at === -1 || at === bare.length - 1 ? bare.length - 1 : at;
  return parts(bare.slice(0, from).join(' '), bare.slice(from).join(' '), suffix);
}

function parts(given: string, family: string, suffix: string): PersonName {
  const [, particle = '', rest = family] = /^((?:\p{Ll}\S*\s+)+)(.+)$/u.exec(family) ?? [];
  return { kind: 'parts', given, particle: particle.trim(), family: rest, suffix };
}

/** `van der Maaten`, or the whole name. */
export function familyName(name: PersonName): string {
  if (name.kind === 'whole') return name.name;
  return name.particle === '' ? name.family : `${name.particle} ${name.family}`;
}
