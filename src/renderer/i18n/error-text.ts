import type { ErrorInfo } from '../../shared/errors.ts';
import type { Problem } from '../../shared/model.ts';
import { t } from './i18n.svelte.ts';

/** An error in the reader's language, with what it is about. */
export function errorText({
  code,
  subject,
  fault,
}: Pick<ErrorInfo, 'code' | 'subject' | 'fault'>): string {
  const text =
    code === 'write-failed' && fault !== undefined ? t(`error.fault.${fault}`) : t(`error.${code}`);
  return subject === null ? text : `${text} (${subject})`;
}

/** What is wrong with a file, and what to do about it. */
export function problemText({ code }: Pick<Problem, 'code'>): { what: string; advice: string } {
  return { what: t(`problem.${code}`), advice: t(`problem.${code}.advice`) };
}
