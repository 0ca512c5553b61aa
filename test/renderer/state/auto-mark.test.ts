import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Settings } from '../../../src/shared/model.ts';
import { AutoMark } from '../../../src/renderer/state/auto-mark.ts';
import { ScrolledPast } from '../../../src/renderer/state/scrolled-past.ts';

const unread = (id: string) => ({ id, read: false });
let marked: (readonly string[])[] = [];
let hidden = false;
let setting: Settings['autoMark'];

function autoMark(mode: Settings['autoMark']): AutoMark {
  setting = mode;
  return new AutoMark({
    settings: () => ({ autoMark: setting, autoMarkSeconds: 3 }),
    mark: (papers) => marked.push(papers),
    hidden: () => hidden,
  });
}

beforeEach(() => {
  vi.useFakeTimers();
  marked = [];
  hidden = false;
});
afterEach(() => vi.useRealTimers());

describe('marking by itself', () => {
  it('does nothing when the reader wants it never', () => {
    const auto = autoMark('never');
    auto.selected(unread('a'), 'moved');
    auto.selected(unread('b'), 'forward');
    auto.scrolledPast([unread('c')]);
    vi.runAllTimers();
    expect(marked).toEqual([]);
  });

  it('on opening: marks what one goes to, and what a view showed by itself once one goes on', () => {
    const auto = autoMark('onOpen');
    auto.selected(unread('a'), 'itself');
    expect(marked).toEqual([]);
    auto.selected(unread('b'), 'forward');
    expect(marked).toEqual([['a', 'b']]);
    auto.selected(unread('c'), 'passing');
    auto.selected({ id: 'd', read: true }, 'moved');
    expect(marked).toEqual([['a', 'b']]);
  });

  it('after a delay: marks what stays on screen so long, and nothing that one only passes', () => {
    const auto = autoMark('afterDelay');
    auto.selected(unread('a'), 'moved');
    vi.advanceTimersByTime(2_900);
    auto.selected(unread('b'), 'forward');
    vi.advanceTimersByTime(2_900);
    expect(marked).toEqual([]);
    vi.advanceTimersByTime(200);
    expect(marked).toEqual([['b']]);
    auto.selected(unread('c'), 'itself');
    vi.runAllTimers();
    expect(marked).toEqual([['b']]);
  });

  it('after a delay: waits while the window is out of sight, and forgets a paper that was decided about', () => {
    const auto = autoMark('afterDelay');
    hidden = true;
    auto.selected(unread('a'), 'moved');
    vi.advanceTimersByTime(9_000);
    expect(marked).toEqual([]);
    hidden = false;
    vi.advanceTimersByTime(3_000);
    expect(marked).toEqual([['a']]);
    auto.selected(unread('b'), 'moved');
    auto.decided(['b']);
    vi.runAllTimers();
    expect(marked).toEqual([['a']]);
  });

  it('after a delay: marks nothing once no paper is on screen, or the reader chose otherwise', () => {
    const auto = autoMark('afterDelay');
    auto.selected(unread('a'), 'moved');
    auto.left();
    auto.selected(unread('b'), 'moved');
    setting = 'never';
    vi.runAllTimers();
    expect(marked).toEqual([]);
  });

  it('on opening: what went off the screen by itself is not left by going on', () => {
    const auto = autoMark('onOpen');
    auto.selected(unread('a'), 'itself');
    auto.left();
    auto.selected({ id: 'b', read: true }, 'forward');
    expect(marked).toEqual([]);
  });

  it('when scrolled past: marks what is left by going on, and all rows of one scroll as one change', () => {
    const auto = autoMark('onScroll');
    auto.selected(unread('a'), 'moved');
    expect(marked).toEqual([]);
    auto.selected(unread('b'), 'forward');
    expect(marked).toEqual([['a']]);
    auto.selected(unread('z'), 'moved');
    expect(marked).toEqual([['a']]);
    auto.scrolledPast([unread('c'), { id: 'd', read: true }]);
    auto.scrolledPast([unread('e'), unread('f')]);
    auto.decided(['f']);
    vi.runAllTimers();
    expect(marked).toEqual([['a'], ['c', 'e']]);
  });
});

describe('rows scrolled past', () => {
  it('are those that were looked at and went over the top', () => {
    const past = new ScrolledPast();
    expect(past.look(0, 3, 0)).toEqual([]);
    expect(past.look(2, 5, 500)).toEqual([0, 1]);
    expect(past.look(0, 3, 1_000)).toEqual([]);
    expect(past.look(1, 4, 1_100)).toEqual([]);
    expect(past.look(4, 7, 2_000)).toEqual([1, 2, 3]);
  });

  it('are none while the scroll bar is dragged, and none when the list moved by itself', () => {
    const past = new ScrolledPast();
    past.look(0, 3, 0);
    expect(past.look(100, 103, 50)).toEqual([]);
    expect(past.look(200, 203, 100)).toEqual([]);
    past.look(200, 203, 900);
    past.reset();
    expect(past.look(300, 303, 1_000)).toEqual([]);
  });
});
