import { toErrorInfo } from '../../shared/errors.ts';
import { errorText } from '../i18n/error-text.ts';

export interface Toast {
  readonly id: number;
  readonly kind: 'done' | 'error';
  readonly text: string;
  readonly action: ToastAction | null;
}

export interface ToastAction {
  readonly label: string;
  run(): void;
}

const DONE_MS = 6_000;
const ERROR_MS = 12_000;
const SHOWN = 3;

/** Short notices at the foot of the window, and what screen readers are told without one. */
export class Toasts {
  items = $state.raw<readonly Toast[]>([]);
  /** What changed without a toast, for a live region. */
  announcement = $state('');
  readonly #timers = new Map<number, ReturnType<typeof setTimeout>>();
  #last = 0;

  done(text: string, action: ToastAction | null = null): void {
    this.#show('done', text, action, DONE_MS);
  }

  /** Tells anything thrown, in the reader's language. */
  fail(error: unknown): void {
    this.#show('error', errorText(toErrorInfo(error)), null, ERROR_MS);
  }

  announce(text: string): void {
    // A live region speaks when its text becomes another: what is said twice differs by a space that nobody hears.
    const again = text !== '' && text === this.announcement;
    this.announcement = again ? `${text}\u00a0` : text;
  }

  /** Takes back what was reported as done: there is news. */
  retract(): void {
    for (const { id, kind } of this.items) if (kind === 'done') this.dismiss(id);
  }

  dismiss(id: number): void {
    this.hold(id);
    this.items = this.items.filter((toast) => toast.id !== id);
  }

  /** Keeps a toast while it is hovered or focused. */
  hold(id: number): void {
    clearTimeout(this.#timers.get(id));
    this.#timers.delete(id);
  }

  release(id: number, ms = DONE_MS): void {
    this.hold(id);
    this.#timers.set(
      id,
      setTimeout(() => this.dismiss(id), ms),
    );
  }

  #show(kind: Toast['kind'], text: string, action: ToastAction | null, ms: number): void {
    this.#last += 1;
    const id = this.#last;
    // The same notice twice, or a newer report of what was done, takes the older one's place.
    for (const old of this.items) if (old.text === text) this.dismiss(old.id);
    if (kind === 'done') this.retract();
    const [oldest] = this.items;
    if (oldest !== undefined && this.items.length >= SHOWN) this.dismiss(oldest.id);
    this.items = [...this.items, { id, kind, text, action }];
    this.release(id, ms);
  }
}
