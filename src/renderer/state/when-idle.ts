/** At the latest, however busy the window is. */
const LATEST_MS = 500;

/** Runs something once what was asked for is on screen and the window has nothing else to do. Gives back how to call it off. */
export function whenIdle(run: () => void): () => void {
  // Not in every environment that tests run in.
  if (!('requestIdleCallback' in globalThis)) {
    const timer = setTimeout(run);
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback(run, { timeout: LATEST_MS });
  return () => cancelIdleCallback(handle);
}
