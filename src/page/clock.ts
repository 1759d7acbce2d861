/** Time as the watcher needs it; tests bring their own. */
export interface Clock {
  /** Milliseconds since some start. */
  now(): number;
  /** Runs once after `ms` milliseconds. */
  later(run: () => void, ms: number): void;
  /** Runs once when the page has nothing better to do, at the latest after IDLE_LIMIT_MS. */
  idle(run: () => void): void;
}

/** A page that never rests is read all the same. */
const IDLE_LIMIT_MS = 300;

export const browserClock: Clock = {
  now: () => performance.now(),
  later: (run, ms) => {
    setTimeout(run, ms);
  },
  idle: (run) => {
    // Not every browser has it; then the next free turn must do.
    if (typeof requestIdleCallback === 'function')
      requestIdleCallback(() => run(), { timeout: IDLE_LIMIT_MS });
    else setTimeout(run, 0);
  },
};
