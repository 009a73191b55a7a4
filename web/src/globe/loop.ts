/** Draws when something has changed; Cesium's own loop would stop without a word where drawing fails. */
import type { CesiumWidget } from "@cesium/engine";

const CALM = 60; // frames in which nothing was drawn
const NAP = 8; // then it looks only at every so many frames whether there is something to do
const WAKING = ["pointerdown", "pointermove", "wheel", "touchstart"];

export interface Loop {
  wake: () => void;
  stop: () => void;
}

export function loop(made: CesiumWidget, fail: () => void): Loop {
  let calm = 0;
  const wake = () => void (calm = 0);
  const unheard = made.scene.postRender.addEventListener(wake);
  for (const event of WAKING) made.canvas.addEventListener(event, wake, { passive: true });
  let next = requestAnimationFrame(turn);
  function turn() {
    try {
      if (++calm < CALM || calm % NAP === 0) {
        made.resize();
        made.render();
      }
      next = requestAnimationFrame(turn);
    } catch {
      fail();
    }
  }
  const stop = () => {
    cancelAnimationFrame(next);
    unheard();
    for (const event of WAKING) made.canvas.removeEventListener(event, wake);
  };
  return { wake, stop };
}
