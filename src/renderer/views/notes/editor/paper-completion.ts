/** `[[` offers papers by their titles and writes a link to the chosen one. */
import type {
  Completion,
  CompletionContext,
  CompletionResult,
  CompletionSource,
} from '@codemirror/autocomplete';
import { Decoration, MatchDecorator, ViewPlugin } from '@codemirror/view';
import type { DecorationSet, EditorView, ViewUpdate } from '@codemirror/view';
import type { PaperName } from '../../../../shared/model.ts';
import { latexToText } from '../../../../shared/latex/latex-text.ts';
import { formatWikiLink } from '../../../../shared/wiki-links.ts';

export type FindPapers = (text: string) => Promise<readonly PaperName[]>;

const OPENED = /\[\[[^[\]|\n]{0,200}$/;

/** Completes what is typed behind `[[`. `find` answers with the best papers first and rejects never. */
export function paperCompletion(find: FindPapers): CompletionSource {
  return async (context: CompletionContext): Promise<CompletionResult | null> => {
    const opened = context.matchBefore(OPENED);
    if (opened === null) return null;
    const papers = await find(opened.text.slice(2));
    if (context.aborted) return null;
    return {
      from: opened.from,
      options: papers.map((paper, index) => optionOf(paper, papers.length - index)),
      // The engine has chosen and ordered them; each further letter asks it again.
      filter: false,
    };
  };
}

function optionOf({ id, title, date }: PaperName, boost: number): Completion {
  const label = latexToText(title ?? id);
  return {
    label,
    ...(date === null ? {} : { detail: date }),
    boost: Math.min(boost, 99),
    apply: (view: EditorView, _completion: Completion, from: number, to: number) => {
      const link = formatWikiLink(id, label);
      // Brackets that were closed beforehand are taken over.
      const end = view.state.sliceDoc(to, to + 2) === ']]' ? to + 2 : to;
      view.dispatch({
        changes: { from, to: end, insert: link },
        selection: { anchor: from + link.length },
        userEvent: 'input.complete',
        scrollIntoView: true,
      });
    },
  };
}

const decorator = new MatchDecorator({
  regexp: /\[\[[^[\]\n]{1,5000}\]\]/g,
  decoration: Decoration.mark({ class: 'cm-paper-link' }),
});

/** Shows links to papers as links. */
export const paperLinkMarks = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;

    constructor(view: EditorView) {
      this.decorations = decorator.createDeco(view);
    }

    update(update: ViewUpdate): void {
      this.decorations = decorator.updateDeco(update, this.decorations);
    }
  },
  { decorations: ({ decorations }) => decorations },
);
