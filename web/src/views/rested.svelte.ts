/** Asks once the state has rested: not while a slider is being dragged, and not for every step of it. */
import { back } from "../api/back.svelte";
import { Refused } from "../api/client";
import { calm } from "./calm";

export class Rested<T> {
  /** What came last; it stays in sight while the next is on its way. */
  found = $state.raw<T | undefined>();
  /** The key of `found`. */
  of = $state("");
  error = $state.raw<Refused | undefined>();
  waiting = $state(false);
  private key = "";
  /** How often the server had come back when this key was refused. */
  private tried = -1;
  private known = new Map<string, T>();
  private stop = new AbortController();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private kept = 40) {}

  /** A newer question gives up the older one; one that is known is answered at once. */
  ask(key: string, job: (signal: AbortSignal) => Promise<T>, restMs = 400): void {
    // What was refused is refused again until the state changes, or the server comes back.
    if (key === this.key && (this.waiting || this.of === key || this.tried === back.times)) return;
    this.cancel();
    this.key = key;
    this.error = undefined;
    this.tried = -1;
    const old = this.known.get(key);
    if (old !== undefined) {
      [this.found, this.of] = [old, key];
      return;
    }
    this.waiting = true;
    const { signal } = (this.stop = new AbortController());
    this.timer = setTimeout(() => void this.fetch(key, job, signal), restMs);
  }

  cancel(): void {
    clearTimeout(this.timer);
    this.stop.abort();
    this.waiting = false;
    this.key = "";
    this.tried = -1;
  }

  private async fetch(key: string, job: (signal: AbortSignal) => Promise<T>, signal: AbortSignal): Promise<void> {
    try {
      await calm(signal);
      const found = await job(signal);
      if (signal.aborted) return;
      this.known.set(key, found);
      if (this.known.size > this.kept) this.known.delete(this.known.keys().next().value!);
      [this.found, this.of, this.waiting] = [found, key, false];
    } catch (error) {
      if (signal.aborted) return;
      this.waiting = false;
      if (!(error instanceof Refused)) throw error;
      this.error = error;
      this.tried = back.times;
    }
  }
}
