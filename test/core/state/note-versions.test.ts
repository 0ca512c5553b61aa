import { expect, test } from 'vitest';
import { editOf, perform } from '../../../src/core/state/perform.ts';
import { emptyState, type MutableState } from '../../../src/core/state/reader-state.ts';

const MINUTE = 60_000;

function write(state: MutableState, text: string, minute: number): void {
  perform(state, editOf({ kind: 'note', paper: 'a', text }), minute * MINUTE);
}

function versions(state: MutableState): readonly string[] {
  return (state.noteVersions.get('a') ?? []).map(({ text }) => text);
}

test('what is typed without a rest is one version, what rested is another', () => {
  const state = emptyState();
  write(state, 'one', 0);
  write(state, 'one two', 1);
  write(state, 'one two three', 2);
  expect(versions(state)).toEqual([]);
  write(state, 'something else', 20);
  write(state, 'something else again', 21);
  // The beginning of what is being written now is one too: the last version is old.
  expect(versions(state)).toEqual(['something else', 'one two three']);
});

test('a text that is deleted or mostly cut is kept at once', () => {
  const state = emptyState();
  write(state, 'a long thought', 0);
  write(state, 'a', 0.1);
  write(state, '', 0.2);
  expect(versions(state)).toEqual(['a', 'a long thought']);
  expect(state.notes.has('a')).toBe(false);
});

test('who writes for hours without a rest gets a version every ten minutes', () => {
  const state = emptyState();
  write(state, 'x'.repeat(100), 0);
  write(state, 'x', 1);
  for (let minute = 2; minute <= 60; minute++) write(state, 'x'.repeat(minute), minute);
  expect(versions(state).length).toBeGreaterThanOrEqual(5);
});

test('fifty versions are kept, and never more than two million characters behind the newest', () => {
  const state = emptyState();
  for (let day = 0; day < 80; day++) write(state, `day ${day}`, day * 1440);
  expect(versions(state)).toHaveLength(50);
  expect(versions(state)[0]).toBe('day 78');
  for (let day = 80; day < 90; day++) write(state, `${day}`.repeat(450_000), day * 1440);
  expect(versions(state)).toHaveLength(3);
});
