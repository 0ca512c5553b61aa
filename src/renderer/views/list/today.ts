import type { IsoDate } from '../../../shared/model.ts';

/** The reader's own calendar day. */
export function localToday(now = new Date()): IsoDate {
  const part = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${part(now.getMonth() + 1)}-${part(now.getDate())}`;
}
