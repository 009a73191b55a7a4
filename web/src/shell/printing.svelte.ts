/** Whether the page is on its way to paper: widths that were measured on the screen do not hold there. */
import { flushSync } from "svelte";

export const printing = $state({ on: false });

/** Keeps `printing` true to what the browser does; gives back how to stop. */
export function watchPaper(): () => void {
  const paper = matchMedia("print");
  const turn = (on: boolean) => flushSync(() => (printing.on = on)); // the sheet is made at once after the event
  const [begin, end, change] = [() => turn(true), () => turn(paper.matches), () => turn(paper.matches)];
  addEventListener("beforeprint", begin);
  addEventListener("afterprint", end);
  paper.addEventListener("change", change);
  change();
  return () => {
    removeEventListener("beforeprint", begin);
    removeEventListener("afterprint", end);
    paper.removeEventListener("change", change);
  };
}
