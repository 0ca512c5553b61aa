/** Does edits to the state, single ones and batches alike, and knows how to take them back. */
import { isDeepStrictEqual } from 'node:util';
import type {
  Batch,
  Change,
  ChangeLabel,
  Instant,
  PaperId,
  RestoreReason,
} from '../../shared/model.ts';
import type { SingleEdit } from './changes.ts';
import {
  apply,
  countOf,
  inverse,
  isUndoable,
  label as labelOf,
  normalise,
  touchedPapers,
} from './changes.ts';
import { followingChanges } from './list-names.ts';
import type { MutableState } from './reader-state.ts';
import type { StoredState } from './stored-state.ts';
import { replaceState, restoreState, storeState } from './stored-state.ts';

export interface BatchEdit {
  readonly batch: Pick<Batch, 'kind' | 'name'>;
  readonly parts: readonly SingleEdit[];
}

/** Another state in the place of all that is there: a backup's, or what was merged from a conflict copy. */
export interface RestoreEdit {
  readonly restore: StoredState;
  readonly reason: RestoreReason;
}

/** What the journal holds as one line. */
export type Edit = SingleEdit | BatchEdit | RestoreEdit;

/** The edit that a change asks for, its marks and notes to be set at the time of the change. */
export function editOf(change: Change): Edit {
  if (change.kind !== 'batch') return { change, instants: null };
  const { kind, name, changes } = change;
  return {
    batch: { kind, name },
    parts: changes.map((part) => ({ change: part, instants: null })),
  };
}

/** The kinds of an edit's changes, each once. */
export function kindsOf(edit: Edit): readonly ChangeLabel['kind'][] {
  if ('restore' in edit) return ['restore'];
  return 'parts' in edit
    ? [...new Set(edit.parts.map(({ change }) => change.kind))]
    : [edit.change.kind];
}

/** The one kind that names an edit. */
export function kindOf(edit: Edit): ChangeLabel['kind'] {
  if ('restore' in edit) return 'restore';
  return 'parts' in edit ? edit.batch.kind : edit.change.kind;
}

export interface Performed {
  /** What of the edit did something. */
  readonly edit: Edit;
  /** The edit that takes it back. */
  readonly back: Edit;
  readonly papers: readonly PaperId[];
  readonly label: ChangeLabel;
  readonly count: number;
  readonly undoable: boolean;
  /** Brings the state back as it was, earlier versions of notes included; nothing may have been done since. */
  readonly revert: () => void;
}

/** What brings everything back that one edit is about to change, once its inverse has been applied. */
function rest(state: MutableState, edit: SingleEdit): () => void {
  const { lists, settings, folders, recent } = state;
  const { change } = edit;
  const versions = change.kind === 'note' ? state.noteVersions.get(change.paper) : undefined;
  return () => {
    Object.assign(state, { lists, settings, folders, recent });
    if (change.kind !== 'note') return;
    if (versions === undefined) state.noteVersions.delete(change.paper);
    else state.noteVersions.set(change.paper, versions);
  };
}

function performSingle(state: MutableState, asked: SingleEdit, time: Instant): Performed | null {
  const edit = normalise(state, asked);
  if (edit === null) return null;
  const { change } = edit;
  const papers = touchedPapers(state, change);
  const label = labelOf(state, change);
  const back = inverse(state, edit);
  const restore = rest(state, edit);
  apply(state, edit, time);
  const revert = (): void => {
    apply(state, back, time);
    restore();
  };
  const undoable = isUndoable(change);
  return { edit, back, papers, label, count: countOf(change), undoable, revert };
}

function performBatch(
  state: MutableState,
  { batch, parts }: BatchEdit,
  time: Instant,
): Performed | null {
  const done: (Performed & { readonly edit: SingleEdit; readonly back: SingleEdit })[] = [];
  const revert = (): void => {
    for (const part of done.toReversed()) part.revert();
  };
  try {
    for (const part of parts) {
      const performed = performSingle(state, part, time);
      if (performed !== null) done.push(performed as (typeof done)[number]);
    }
  } catch (error) {
    revert();
    throw error;
  }
  if (done.length === 0) return null;
  const papers = [...new Set(done.flatMap((part) => part.papers))];
  return {
    edit: { batch, parts: done.map(({ edit }) => edit) },
    back: { batch, parts: done.map(({ back }) => back).toReversed() },
    papers,
    label: { kind: 'batch', value: true, papers: papers.length, name: batch.name, list: null },
    count: done.reduce((sum, { count }) => sum + count, 0),
    undoable: done.some(({ undoable }) => undoable),
    revert,
  };
}

function performRestore(state: MutableState, edit: RestoreEdit): Performed | null {
  const { restore, reason } = edit;
  const before = storeState(state);
  if (isDeepStrictEqual(before, restore)) return null;
  replaceState(state, restoreState(restore));
  return {
    edit,
    back: { restore: before, reason },
    // Whoever shows anything asks again.
    papers: [],
    label: { kind: 'restore', value: true, papers: 0, name: reason, list: null },
    count: 1,
    undoable: true,
    revert: () => replaceState(state, restoreState(before)),
  };
}

/**
 * Does to the state, in place, what of an edit would do something; null when nothing would. A batch is done whole or,
 * when one of its changes is refused, not at all. Errors: not-found (no such list), invalid-input.
 */
export function perform(state: MutableState, edit: Edit, time: Instant): Performed | null {
  if ('restore' in edit) return performRestore(state, edit);
  return 'parts' in edit ? performBatch(state, edit, time) : performSingle(state, edit, time);
}

/**
 * Does what the reader asks for now, and with it what follows from it: where lists get other names, the smart lists that
 * name them follow, in the same edit. What a journal or a history holds has that in it already. Errors: as `perform`.
 */
export function performAsked(state: MutableState, asked: Edit, time: Instant): Performed | null {
  const { lists } = state;
  const performed = perform(state, asked, time);
  // A restore brings lists and queries that belong together.
  if (performed === null || 'restore' in performed.edit || state.lists === lists) return performed;
  const following = followingChanges(lists, state.lists);
  if (following.length === 0) return performed;
  const { edit, label, count } = performed;
  const parts = [
    ...('parts' in edit ? edit.parts : [edit]),
    ...following.map((change) => ({ change, instants: null })),
  ];
  // Done again together, so that all of it is done or nothing.
  performed.revert();
  const together = performBatch(state, { batch: { kind: 'batch', name: label.name }, parts }, time);
  return together && { ...together, label, count };
}
