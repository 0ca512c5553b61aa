import { describe, expect, it } from 'vitest';
import { Trail, type Visit } from '../../../src/renderer/state/trail.svelte.ts';
import type { Selecting } from '../../../src/renderer/state/auto-mark.ts';

function trailOf(...papers: readonly string[]) {
  const trail = new Trail();
  const visit = (paper: string): Visit => ({ paper, view: { kind: 'all' }, search: '' });
  const show = (paper: string, how: Selecting = 'moved'): void => trail.shown(visit(paper), how);
  for (const paper of papers) show(paper);
  const back = () => trail.step('back')?.paper ?? null;
  const forward = () => trail.step('forward')?.paper ?? null;
  return { trail, show, back, forward };
}

describe('the way through what was read', () => {
  it('leads back and forward, and ends at both ends', () => {
    const { trail, back, forward } = trailOf('a', 'b', 'c');
    expect([back(), back(), back()]).toEqual(['b', 'a', null]);
    expect(trail.canGoBack).toBe(false);
    expect([forward(), forward(), forward()]).toEqual(['b', 'c', null]);
  });

  it('forgets what lay ahead when the reader goes elsewhere', () => {
    const { show, back, forward } = trailOf('a', 'b', 'c');
    back();
    show('b', 'itself');
    show('d');
    expect(forward()).toBeNull();
    expect([back(), back()]).toEqual(['b', 'a']);
  });

  it('does not hold what was only passed by, or chosen with others', () => {
    const { show, back } = trailOf('a');
    show('b', 'passing');
    show('c', 'selecting');
    show('d');
    expect(back()).toBe('a');
  });

  it('holds what a view showed by itself once the reader goes on from it', () => {
    const { show, back } = trailOf();
    show('first', 'itself');
    show('second', 'forward');
    expect(back()).toBe('first');
  });

  it('leads first to where the reader was when something else is on screen', () => {
    const { trail, show, back } = trailOf('a', 'b');
    show('x', 'itself');
    expect([back(), back()]).toEqual(['b', 'a']);
    trail.left();
    expect(back()).toBe('a');
  });

  it('goes round a paper that is gone', () => {
    const { trail, back, forward } = trailOf('a', 'gone', 'c');
    expect(back()).toBe('gone');
    trail.forget('back');
    expect(back()).toBe('a');
    expect(forward()).toBe('c');
  });
});
