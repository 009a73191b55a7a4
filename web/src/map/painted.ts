/** Marks the moment at which the maps stand on the screen, for the benchmark and for tests. */
export const MARK = "twoplustwo:map";

/** Once the frame is painted; gives back how to call it off when something newer comes first. */
export function painted(question: string, sets: Record<string, string>): () => void {
  const detail = { question, sets: { ...sets } };
  let off = false;
  requestAnimationFrame(() => {
    // The callbacks of a frame come before its painting; a message comes after it.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      if (!off) performance.mark(MARK, { detail });
    };
    port2.postMessage(null);
  });
  return () => (off = true);
}
