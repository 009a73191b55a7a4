/** Dragging, the wheel and hovering, as a Svelte action: pixels of the map. */
import { view } from "../view.svelte";

export interface Hover {
  over: (x: number, y: number) => void;
  out: () => void;
}
const NOTCH = 0.0016;

export function moves(node: HTMLElement, given: Hover) {
  let hover = given;
  let last: [number, number] | undefined;
  const at = (event: MouseEvent): [number, number] => {
    const { left, top } = node.getBoundingClientRect();
    return [event.clientX - left, event.clientY - top];
  };
  const listeners: [keyof HTMLElementEventMap, (event: never) => void][] = [
    ["pointerdown", (event: PointerEvent) => {
      if (event.button || event.pointerType === "touch") return; // a finger scrolls the page; taps still show details
      last = at(event);
      node.setPointerCapture(event.pointerId);
    }],
    ["pointermove", (event: PointerEvent) => {
      const [x, y] = at(event);
      if (!last) return hover.over(x, y);
      hover.out();
      view.move(x - last[0], y - last[1]);
      last = [x, y];
    }],
    ["pointerup", () => (last = undefined)],
    ["pointercancel", () => (last = undefined)],
    ["pointerleave", () => hover.out()],
    ["click", (event: MouseEvent) => hover.over(...at(event))],
    ["wheel", (event: WheelEvent) => {
      // Without a key the wheel scrolls the page, unless the map was chosen before.
      if (!event.ctrlKey && !event.metaKey && !node.contains(document.activeElement)) return;
      event.preventDefault();
      view.enlarge(Math.exp(-event.deltaY * NOTCH), ...at(event));
    }],
  ]; // prettier-ignore
  for (const [name, listen] of listeners) node.addEventListener(name, listen as EventListener, { passive: false });
  return {
    update: (next: Hover) => void (hover = next),
    destroy: () => listeners.forEach(([name, listen]) => node.removeEventListener(name, listen as EventListener)),
  };
}

/** Arrows move, + and − enlarge, 0 goes back; says whether the key was one of these. */
export function pressed(key: string, width: number, height: number): boolean {
  const step = width / 8;
  if (key === "ArrowLeft") view.move(step, 0);
  else if (key === "ArrowRight") view.move(-step, 0);
  else if (key === "ArrowUp") view.move(0, step);
  else if (key === "ArrowDown") view.move(0, -step);
  else if (key === "+" || key === "=") view.enlarge(1.5, width / 2, height / 2);
  else if (key === "-") view.enlarge(1 / 1.5, width / 2, height / 2);
  else if (key === "0") view.reset();
  else return false;
  return true;
}
