/** Draws when something has changed; Cesium's own loop would stop without a word where drawing fails. */
import type { CesiumWidget } from "@cesium/engine";

export function loop(made: CesiumWidget, fail: () => void): () => void {
  let next = requestAnimationFrame(turn);
  function turn() {
    try {
      made.resize();
      made.render();
      next = requestAnimationFrame(turn);
    } catch {
      fail();
    }
  }
  return () => cancelAnimationFrame(next);
}
