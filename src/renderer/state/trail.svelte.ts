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
  #pending: Visit | null = null;
  /** What is on screen is not where the reader last went to: back leads there first. */
  #away = $state(false);

  get canGoBack(): boolean {
    return this.#at > 0 || (this.#away && this.#at >= 0);
  }

  get canGoForward(): boolean {
    return this.#at < this.#visits.length - 1;
  }

  /** Takes in that a paper is shown. */
  shown(visit: Visit, how: Selecting): void {
    if (visit.paper === this.#visits[this.#at]?.paper) {
      this.#settle();
      return;
    }
    switch (how) {
      case 'itself':
        this.#pending = visit;
        this.#away = true;
        return;
      case 'moved':
      case 'forward':
        if (this.#pending !== null) this.#push(this.#pending);
        this.#settle();
        this.#push(visit);
        return;
      case 'passing':
      case 'selecting':
        return;
    }
  }

  /** Takes in that no paper is shown any more. */
  left(): void {
    this.#pending = null;
    this.#away = true;
  }

  /** Steps back or forward; the visit to show, or null at the end. */
  step(direction: 'back' | 'forward'): Visit | null {
    if (direction === 'back' && this.#away && this.#at >= 0) {
      this.#settle();
      return this.#visits[this.#at] ?? null;
    }
    const at = this.#at + (direction === 'back' ? -1 : 1);
    const visit = this.#visits[at];
    if (visit === undefined) return null;
    this.#at = at;
    this.#settle();
    return visit;
  }

  /** Takes out the visit just stepped to, whose paper is gone, so that the same step again leads beyond it. */
  forget(direction: 'back' | 'forward'): void {
    this.#visits = this.#visits.filter((_, index) => index !== this.#at);
    this.#settle();
    if (direction === 'forward') this.#at -= 1;
  }

  #settle(): void {
    this.#pending = null;
    this.#away = false;
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
