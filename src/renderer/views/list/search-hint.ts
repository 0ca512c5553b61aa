import type { QueryHint } from '../../../shared/query/syntax.ts';
import { t } from '../../i18n/i18n.svelte.ts';
import { operatorName, takes } from './search-completions.ts';

/** A hint in the reader's words. */
export function hintText(hint: QueryHint): string {
  switch (hint.kind) {
    case 'unknownOperator':
      return t('search.hint.unknownOperator', {
        typed: hint.typed,
        meant: operatorName(hint.meant),
      });
    case 'value': {
      const { operator, value } = hint;
      return t('search.hint.value', {
        operator: operatorName(operator),
        value,
        takes: takes(operator),
      });
    }
    case 'noList':
    case 'noFolder': {
      const { kind, name, within } = hint;
      if (within === null) return t(`search.hint.${kind}`, { name });
      return t(`search.hint.${kind}.within`, { name, within });
    }
    case 'cycle':
      return t('search.hint.cycle', { name: hint.name });
  }
}
