import type { ChangeLabel, UndoState } from '../../shared/model.ts';
import type { Edit } from './perform.ts';

const LIMIT = 500;

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

/** The history after a new change, whose way back is `step`. Notes of one paper in a row become one step. */
export function remember(history: History, step: Step): History {
  const last = history.undo.at(-1);
  if (last !== undefined && continuesNote(last, step)) {
    const merged = { label: step.label, edit: last.edit };
    return { undo: [...history.undo.slice(0, -1), merged], redo: [] };
  }
  return { undo: [...history.undo, step].slice(-LIMIT), redo: [] };
}

export type Direction = 'undo' | 'redo';

/** The history without the newest step of one stack; `back` (the way back from it) goes on the other. */
export function travel(history: History, direction: Direction, back: Step | null): History {
  const rest = history[direction].slice(0, -1);
  const other = direction === 'undo' ? history.redo : history.undo;
  const grown = back === null ? other : [...other, back].slice(-LIMIT);
  return direction === 'undo' ? { undo: rest, redo: grown } : { undo: grown, redo: rest };
}

/** What Undo and Redo would act on. */
export function undoState(history: History): UndoState {
  return {
    undo: history.undo.at(-1)?.label ?? null,
    redo: history.redo.at(-1)?.label ?? null,
  };
}
