/** One request that can wait: given up while the reader moves something, and taken up again after. */
import { calm, onBusy } from "./calm";

export async function patiently<T>(signal: AbortSignal, request: (signal: AbortSignal) => Promise<T>): Promise<T> {
  for (;;) {
    await calm(signal);
    const stop = new AbortController();
    const off = onBusy(() => stop.abort());
    try {
      return await request(AbortSignal.any([signal, stop.signal]));
    } catch (error) {
      if (!stop.signal.aborted || signal.aborted) throw error;
    } finally {
      off();
    }
  }
}
