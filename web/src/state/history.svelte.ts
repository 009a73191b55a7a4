/** What can be undone: a line of past states and one of states to come back to. */
export class History<T> {
  past = $state.raw<T[]>([]);
  future = $state.raw<T[]>([]);

  /** Remember `state`, which is about to change. */
  keep(state: T): void {
    this.past = [...this.past.slice(-99), state];
    this.future = [];
  }

  /** The state before, if there is one, given the present one. */
  undo(now: T): T | undefined {
    const before = this.past.at(-1);
    if (before === undefined) return undefined;
    this.past = this.past.slice(0, -1);
    this.future = [now, ...this.future];
    return before;
  }

  redo(now: T): T | undefined {
    const [next, ...rest] = this.future;
    if (next === undefined) return undefined;
    this.past = [...this.past, now];
    this.future = rest;
    return next;
  }
}
