import type { NoteTemplate } from '../../../shared/model.ts';
import { t } from '../../i18n/i18n.svelte.ts';

/** The reader's own templates, then those that come with the app, in the language of the window. */
export function noteTemplates(own: readonly NoteTemplate[]): readonly NoteTemplate[] {
  return [
    ...own,
    { id: 'review', name: t('templates.review'), text: t('templates.review.text') },
    { id: 'questions', name: t('templates.questions'), text: t('templates.questions.text') },
  ];
}

/** Those whose name holds what was typed. */
export function templatesFor(
  templates: readonly NoteTemplate[],
  typed: string,
): readonly NoteTemplate[] {
  const folded = (text: string): string => text.normalize('NFKC').trim().toLowerCase();
  return templates.filter(({ name }) => folded(name).includes(folded(typed)));
}
