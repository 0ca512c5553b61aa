/** The editor of a note: CodeMirror 6 inside a shadow root (docs/notes/note-editor.md). */
import {
  acceptCompletion,
  autocompletion,
  closeCompletion,
  completionKeymap,
  completionStatus,
} from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { markdownKeymap, markdownLanguage } from '@codemirror/lang-markdown';
import { Annotation, Compartment, EditorState, Prec, Transaction } from '@codemirror/state';
import { EditorView, keymap, placeholder } from '@codemirror/view';
import { difference } from './difference.ts';
import { toggleMark } from './marks.ts';
import { paperCompletion, paperLinkMarks, type FindPapers } from './paper-completion.ts';
import { markWords, searchWords } from './search-words.ts';
import { noteTheme } from './theme.ts';
import { typedOver } from './typed-over.ts';

export interface NoteEditorOptions {
  readonly root: ShadowRoot;
  readonly text: string;
  readonly label: string;
  readonly placeholder: string;
  readonly findPapers: FindPapers;
  /** Typed, or changed by the editor's own undo. `composing`: an input method is at work. */
  readonly onchange: (text: string, composing: boolean) => void;
  readonly onblur: () => void;
  /** Escape, with nothing of the editor's own to close. */
  readonly onleave: () => void;
}

export interface NoteEditor {
  focus(): void;
  /** Takes in a text that was changed elsewhere; it is no step of the editor's undo. */
  follow(text: string): void;
  /** Writes at the caret, on lines of its own, as the reader's own edit. */
  insert(text: string): void;
  /** Replaces the whole text, as the reader's own edit. */
  replace(text: string): void;
  /** Whether nothing can be typed: the text can still be selected and copied. */
  lock(locked: boolean): void;
  /** Marks what a pattern finds in the folded text: the words of the search. */
  mark(words: RegExp | null): void;
  destroy(): void;
}

/** As long as a note may be (schemas.ts). */
const MAX_LENGTH = 1_000_000;

const locking = new Compartment();
const fromOutside = Annotation.define<boolean>();

/** Makes the editor. The caller destroys it. */
export function createNoteEditor(options: NoteEditorOptions): NoteEditor {
  const { root } = options;
  const view = new EditorView({ root, parent: root, state: stateOf(options) });
  return {
    focus: () => {
      view.focus();
    },
    follow: (text) => {
      const changes = difference(view.state.doc.toString(), text);
      if (changes === null) return;
      view.dispatch({
        changes,
        annotations: [fromOutside.of(true), Transaction.addToHistory.of(false)],
      });
    },
    insert: (text) => {
      insertBlock(view, text);
    },
    replace: (text) => {
      const changes = difference(view.state.doc.toString(), text);
      if (changes !== null) view.dispatch({ changes, userEvent: 'input' });
    },
    lock: (locked) => {
      if (view.state.readOnly === locked) return;
      view.dispatch({ effects: locking.reconfigure(EditorState.readOnly.of(locked)) });
    },
    mark: (words) => {
      markWords(view, words);
    },
    destroy: () => {
      view.destroy();
    },
  };
}

function stateOf(options: NoteEditorOptions): EditorState {
  const { text, label, findPapers, onchange, onblur, onleave } = options;
  return EditorState.create({
    doc: text,
    selection: { anchor: text.length },
    extensions: [
      history(),
      locking.of(EditorState.readOnly.of(false)),
      EditorView.lineWrapping,
      placeholder(options.placeholder),
      markdownLanguage,
      noteTheme,
      paperLinkMarks,
      searchWords,
      typedOver,
      autocompletion({
        override: [paperCompletion(findPapers)],
        icons: false,
        maxRenderedOptions: 20,
        // Enter chooses at once: what is typed behind `[[` is a search, no text.
        interactionDelay: 0,
      }),
      keymap.of([
        { key: 'Tab', run: acceptCompletion },
        { key: 'Mod-b', run: toggleMark('**') },
        { key: 'Mod-i', run: toggleMark('_') },
        ...completionKeymap,
        ...markdownKeymap,
        ...historyKeymap,
        ...defaultKeymap.filter(({ key }) => key !== 'Mod-Enter' && key !== 'Escape'),
      ]),
      Prec.high(
        EditorView.domEventHandlers({
          keydown: (event, view) => {
            if (event.key !== 'Escape' || event.isComposing || view.composing) return false;
            const offered = completionStatus(view.state);
            // After every letter typed it is pending for a moment: there is nothing to close yet.
            if (offered !== null) closeCompletion(view);
            if (offered !== 'active') onleave();
            return true;
          },
          compositionend: (_event, view) => {
            onchange(view.state.doc.toString(), false);
            return false;
          },
          blur: () => {
            onblur();
            return false;
          },
        }),
      ),
      EditorView.updateListener.of(({ docChanged, transactions, view, state }) => {
        if (!docChanged || transactions.every((each) => each.annotation(fromOutside) === true))
          return;
        onchange(state.doc.toString(), view.composing);
      }),
      EditorState.changeFilter.of(({ newDoc }) => newDoc.length <= MAX_LENGTH),
      EditorView.contentAttributes.of({
        'aria-label': label,
        spellcheck: 'true',
        autocapitalize: 'sentences',
      }),
    ],
  });
}

/** Puts a text on lines of its own after the line of the caret, a blank line around it. */
function insertBlock(view: EditorView, text: string): void {
  const { state } = view;
  const line = state.doc.lineAt(state.selection.main.head);
  const at = line.to;
  const before = state.sliceDoc(0, at);
  const after = state.sliceDoc(at);
  const lead = before.trim() === '' ? '' : line.text.trim() === '' ? '\n' : '\n\n';
  const insert = `${lead}${text.replace(/\n+$/, '')}${after.trim() === '' ? '\n\n' : '\n'}`;
  view.dispatch({
    changes: { from: at, insert },
    selection: { anchor: at + insert.length },
    userEvent: 'input.paste',
    scrollIntoView: true,
  });
}
