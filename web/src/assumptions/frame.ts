/** How long answers on their way are waited for before a drag asks anew. */
const PATIENCE_MS = 120;

export interface Paced<T> {
  later: (given: T) => void;
  /** What is still to be done is done now. */
  now: () => void;
}

/**
 * At most one call a frame, with the last value given; none while answers to the one before are on
 * their way, unless they take long: else a drag would give up every answer before it can be drawn.
 */
export function paced<T>(call: (given: T) => void, busy: () => boolean): Paced<T> {
  let next: { given: T } | undefined;
  let called = -PATIENCE_MS;

  function now() {
    if (!next) return;
    const { given } = next;
    next = undefined;
    called = performance.now();
    call(given);
  }
  function tick() {
    if (next && busy() && performance.now() - called < PATIENCE_MS) requestAnimationFrame(tick);
    else now();
  }
  return {
    later(given) {
      if (!next) requestAnimationFrame(tick);
      next = { given };
    },
    now,
  };
}
