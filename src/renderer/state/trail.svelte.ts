import type { PaperId, View } from '../../shared/model.ts';
import type { Selecting } from './auto-mark.ts';

/** A paper that was read, and where it stood then. */
export interface Visit {
  readonly paper: PaperId;
  readonly view: View;
  readonly search: string;
}

const LIMIT = 200;

/** The papers that the reader went to, in order, with a way back and forward as a browser has it. */
export class Trail {
  #visits = $state.raw<readonly Visit[]>([]);
  #at = $state(-1);
  /** Shown by itself, as when a view opens: counts as visited once the reader goes on from it. */
  #pending = $state.raw<Visit | null>(null);

  get canGoBack(): boolean {
    return this.#at > 0 || (this.#pending !== null && this.#at >= 0);
  }

  get canGoForward(): boolean {
    return this.#at < this.#visits.length - 1;
  }

  /** Takes in that a paper is shown. */
  shown(visit: Visit, how: Selecting): void {
    if (visit.paper === this.#visits[this.#at]?.paper) {
      this.#pending = null;
      return;
    }
    switch (how) {
      case 'itself':
        this.#pending = visit;
        return;
      case 'moved':
      case 'forward':
        if (this.#pending !== null) this.#push(this.#pending);
        this.#pending = null;
        this.#push(visit);
        return;
      case 'passing':
      case 'selecting':
        return;
    }
  }

  /** Steps back or forward; the visit to show, or null at the end. */
  step(direction: 'back' | 'forward'): Visit | null {
    if (direction === 'back' && this.#pending !== null && this.#at >= 0) {
      // What is on screen was never gone to: back is to where the reader last was.
      this.#pending = null;
      return this.#visits[this.#at] ?? null;
    }
    const at = this.#at + (direction === 'back' ? -1 : 1);
    const visit = this.#visits[at];
    if (visit === undefined) return null;
    this.#at = at;
    this.#pending = null;
    return visit;
  }

  /** Takes out the visit just stepped to, whose paper is gone, so that the same step again leads beyond it. */
  forget(direction: 'back' | 'forward'): void {
    this.#visits = this.#visits.filter((_, index) => index !== this.#at);
    this.#pending = null;
    if (direction === 'forward') this.#at -= 1;
  }

  #push(visit: Visit): void {
    const kept = this.#visits.slice(0, this.#at + 1);
    const last = kept.at(-1);
    // The same paper twice in a row is one stay.
    const visits = last?.paper === visit.paper ? [...kept.slice(0, -1), visit] : [...kept, visit];
    this.#visits = visits.slice(-LIMIT);
    this.#at = this.#visits.length - 1;
  }
}
