/** Small things about the window's look that live with the browser, not with the reader's data. */
const PREFIX = 'lectern.';

/** A kept value, or the fallback when there is none, it is damaged, or the browser keeps nothing. */
export function readPreference<T>(
  name: string,
  accepts: (value: unknown) => value is T,
  fallback: T,
): T {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(PREFIX + name) ?? 'null');
    return accepts(value) ? value : fallback;
  } catch {
    return fallback;
  }
}

/** Keeps a value; a browser that keeps nothing only forgets it at the next start. */
export function writePreference(name: string, value: unknown): void {
  try {
    localStorage.setItem(PREFIX + name, JSON.stringify(value));
  } catch {
    return;
  }
}
