import { LowSync } from 'lowdb';
import { JSONFileSync } from 'lowdb/node';
import { z } from 'zod';

export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where the window was; coordinates are device-independent pixels of the whole desktop. */
export interface WindowState {
  readonly bounds: Bounds;
  readonly maximized: boolean;
}

export const MIN_WIDTH = 640;
export const MIN_HEIGHT = 480;
/** How much of the title bar's strip must be on a display, so that the window can be grasped. */
const GRASP = { width: 120, height: 40 };

const pixels = z.number().int().min(-100_000).max(100_000);
const schema = z.strictObject({
  bounds: z.strictObject({
    x: pixels,
    y: pixels,
    width: pixels.min(MIN_WIDTH),
    height: pixels.min(MIN_HEIGHT),
  }),
  maximized: z.boolean(),
});

/** Keeps the window's place in a small lowdb file. Losing it loses nothing of the reader's. */
export class WindowStateStore {
  readonly #db: LowSync<WindowState | null>;

  constructor(file: string) {
    this.#db = new LowSync<WindowState | null>(new JSONFileSync(file), null);
  }

  /** The state kept last; null when there is none that can be used. */
  load(): WindowState | null {
    try {
      this.#db.read();
    } catch {
      // Broken or unreadable: the window opens where the system puts it, and the next save writes the file anew.
      return null;
    }
    const parsed = schema.safeParse(this.#db.data);
    return parsed.success ? parsed.data : null;
  }

  /** Whether it could be written; a full disk costs the place and must not keep a window from closing. */
  save(state: WindowState): boolean {
    this.#db.data = state;
    try {
      this.#db.write();
      return true;
    } catch {
      return false;
    }
  }
}

/** Whether a window with these bounds could be grasped by its title bar on one of the displays (their work areas). */
export function isReachable(bounds: Bounds, workAreas: readonly Bounds[]): boolean {
  return workAreas.some((area) => {
    const width =
      Math.min(bounds.x + bounds.width, area.x + area.width) - Math.max(bounds.x, area.x);
    const top = bounds.y >= area.y && bounds.y + GRASP.height <= area.y + area.height;
    return top && width >= GRASP.width;
  });
}
