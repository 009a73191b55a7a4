/** Whether the reader is at work with pointer or keys: what can wait, waits. */

const AFTER_MS = 400;
let down = false;
let until = 0;
const starts = new Set<() => void>();

function begin(): void {
  for (const call of starts) call();
}
if (typeof window !== "undefined") {
  addEventListener("pointerdown", () => ((down = true), begin()), true);
  addEventListener("keydown", (event) => {
    if (!event.key.startsWith("Arrow") && !event.key.startsWith("Page")) return;
    until = performance.now() + AFTER_MS;
    begin();
  }, true); // prettier-ignore
  for (const end of ["pointerup", "pointercancel"])
    addEventListener(end, () => ((down = false), (until = performance.now() + AFTER_MS)), true);
}

export const busy = (): boolean => down || performance.now() < until;

/** Called whenever the reader begins; the answer ends it. */
export function onBusy(call: () => void): () => void {
  starts.add(call);
  return () => starts.delete(call);
}

/** Resolves once hands are still; at once where they are. */
export async function calm(signal: AbortSignal): Promise<void> {
  while (busy() && !signal.aborted) await new Promise((done) => setTimeout(done, 120));
  signal.throwIfAborted();
}
