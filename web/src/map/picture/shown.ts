/** Which panel a picture is made of; apart from the making, which is loaded when a picture is asked for. */
import type { Sheet } from "../sheets";

interface Showing {
  sheets: Sheet[];
  /** Which of them the globe shows. */
  picked: number;
}
interface Shown {
  root: HTMLElement;
  what: () => Showing;
}
let current: Shown | undefined;

export const shown = (): Shown | undefined => current;

/** Svelte action: the panel whose maps are drawn. */
export function onShow(root: HTMLElement, what: () => Showing) {
  current = { root, what };
  return {
    update: (next: () => Showing) => void (current = { root, what: next }),
    destroy: () => void (current?.root === root && (current = undefined)),
  };
}
