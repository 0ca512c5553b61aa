import type { ChangeLabel, UndoState } from '../../shared/model.ts';
import type { Edit } from './perform.ts';

const MOST_STEPS = 500;
/**
 * Papers named by all steps of a stack together; some 30 MB. Marking a large library whole is a step that names all of it,
 * so there may be fewer steps then, but always the newest.
 */
const MOST_PAPERS = 2_000_000;
/** Characters of a note that take as much memory as the name of a paper. */
const CHARACTERS = 8;

/** One thing that can be undone or done again: the edit that does so, under the name of what the reader did. */
export interface Step {
  readonly label: ChangeLabel;
  readonly edit: Edit;
}

/** Undo and redo stacks as a value, newest last: a change that fails puts the former value back. */
export interface History {
  readonly undo: readonly Step[];
  readonly redo: readonly Step[];
}

export const emptyHistory: History = { undo: [], redo: [] };

function continuesNote(last: Step | undefined, step: Step): boolean {
  if (last === undefined || !('change' in last.edit) || !('change' in step.edit)) return false;
  const before = last.edit.change;
  const now = step.edit.change;
  return before.kind === 'note' && now.kind === 'note' && before.paper === now.paper;
}

/** How much of the memory a step takes, in papers. */
function sizeOf(edit: Edit): number {
  if ('restore' in edit) {
    const { read, starred, notes } = edit.restore;
    const words = notes.reduce((sum, [, text]) => sum + text.length, 0);
    return read.length + starred.length + notes.length + words / CHARACTERS;
  }
  const changes = 'parts' in edit ? edit.parts.map(({ change }) => change) : [edit.change];
  return changes.reduce((sum, change) => {
    if ('papers' in change) return sum + change.papers.length;
    if (change.kind === 'note') return sum + 1 + change.text.length / CHARACTERS;
    return (
      sum + ('list' in change && typeof change.list === 'object' ? change.list.papers.length : 1)
    );
  }, 0);
}

/** The newest steps, as many as are kept. */
function bounded(stack: readonly Step[]): readonly Step[] {
  let first = stack.length - 1;
  let size = first < 0 ? 0 : sizeOf((stack[first] as Step).edit);
  for (; first > 0 && stack.length - first < MOST_STEPS; first--) {
    size += sizeOf((stack[first - 1] as Step).edit);
    if (size > MOST_PAPERS) break;
  }
  return first <= 0 ? stack : stack.slice(first);
}

/** The history after a new change, whose way back is `step`. Notes of one paper in a row become one step. */
export function remember(history: History, step: Step): History {
  const last = history.undo.at(-1);
  if (last !== undefined && continuesNote(last, step)) {
    const merged = { label: step.label, edit: last.edit };
    return { undo: [...history.undo.slice(0, -1), merged], redo: [] };
  }
  return { undo: bounded([...history.undo, step]), redo: [] };
}

export type Direction = 'undo' | 'redo';

/** The history without the newest step of one stack; `back` (the way back from it) goes on the other. */
export function travel(history: History, direction: Direction, back: Step | null): History {
  const rest = history[direction].slice(0, -1);
  const other = direction === 'undo' ? history.redo : history.undo;
  const grown = back === null ? other : bounded([...other, back]);
  return direction === 'undo' ? { undo: rest, redo: grown } : { undo: grown, redo: rest };
}

/** What Undo and Redo would act on. */
export function undoState(history: History): UndoState {
  return {
    undo: history.undo.at(-1)?.label ?? null,
    redo: history.redo.at(-1)?.label ?? null,
  };
}
