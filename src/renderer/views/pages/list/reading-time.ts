import type { TextAmount } from '../../../../shared/model.ts';
import { t } from '../../../i18n/i18n.svelte.ts';

/** Characters of Korean and words of other languages that a practised reader takes in each minute; the page says so. */
const HANGUL_A_MINUTE = 500;
const WORDS_A_MINUTE = 230;

/** Minutes that a text takes to read; at least one when there is any. */
export function readingMinutes({ hangul, words }: TextAmount): number {
  return Math.ceil(hangul / HANGUL_A_MINUTE + words / WORDS_A_MINUTE);
}

/** `35 minutes`, `2 h 5 min`. */
export function durationText(minutes: number): string {
  if (minutes < 60) return t('time.minutes', { count: minutes });
  return t('time.hours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
}
