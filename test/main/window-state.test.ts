import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isReachable, WindowStateStore, type WindowState } from '../../src/main/window-state.ts';

const state: WindowState = {
  bounds: { x: 40, y: 30, width: 900, height: 700 },
  maximized: false,
};

describe('the window’s place', () => {
  let dir: string;
  let file: string;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'lectern-window-'));
    file = join(dir, 'window.json');
  });
  afterEach(() => rmSync(dir, { recursive: true }));

  it('is kept over a restart', () => {
    new WindowStateStore(file).save(state);
    expect(new WindowStateStore(file).load()).toEqual(state);
  });

  it('is unknown at the first start', () => {
    expect(new WindowStateStore(file).load()).toBeNull();
  });

  it.each([
    '',
    '{',
    '[]',
    'null',
    '{"bounds":{"x":1e9,"y":0,"width":900,"height":700},"maximized":false}',
    '{"bounds":{"x":0,"y":0,"width":9,"height":700},"maximized":false}',
    '{"bounds":{"x":0.5,"y":0,"width":900,"height":700},"maximized":false}',
    '{"bounds":{"x":0,"y":0,"width":900,"height":700},"maximized":false,"kiosk":true}',
  ])('is forgotten when the file says %s, and kept anew by the next save', (text) => {
    writeFileSync(file, text);
    const store = new WindowStateStore(file);
    expect(store.load()).toBeNull();
    store.save(state);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(state);
  });
});

describe('a place that cannot be written', () => {
  it('is told by the answer, not by an error that would stop the window from closing', () => {
    const dir = mkdtempSync(join(tmpdir(), 'lectern-window-'));
    // Where a folder would have to be, there is a file.
    writeFileSync(join(dir, 'file'), '');
    const store = new WindowStateStore(join(dir, 'file', 'window.json'));
    expect(store.save(state)).toBe(false);
    expect(store.load()).toBeNull();
    rmSync(dir, { recursive: true });
  });
});

describe('a window that can be grasped', () => {
  const desktop = { x: 0, y: 25, width: 1920, height: 1055 };
  const right = { x: 1920, y: 0, width: 1280, height: 1024 };
  const at = (x: number, y: number) => ({ x, y, width: 800, height: 600 });

  it('has its title bar on a display', () => {
    expect(isReachable(at(0, 25), [desktop])).toBe(true);
    expect(isReachable(at(2000, 10), [desktop, right])).toBe(true);
    expect(isReachable(at(-600, 100), [desktop])).toBe(true);
  });

  it('has not when the display is gone, or its title bar is beyond the edge', () => {
    expect(isReachable(at(2000, 10), [desktop])).toBe(false);
    expect(isReachable(at(-700, 100), [desktop])).toBe(false);
    expect(isReachable(at(100, -300), [desktop])).toBe(false);
    expect(isReachable(at(100, 1070), [desktop])).toBe(false);
    expect(isReachable(at(0, 25), [])).toBe(false);
  });
});
