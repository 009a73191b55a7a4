import { app } from "../state/app.svelte";

/** Put a slider on the chart and into view. */
export function bring(parameter: string): void {
  app.show({ slider: parameter });
  const found = document.querySelector<HTMLElement>(`[data-testid="${CSS.escape(`slider-${parameter}`)}"]`);
  if (!found) return;
  for (let around = found.closest("details"); around; around = around.parentElement?.closest("details") ?? null)
    around.open = true;
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  found.scrollIntoView({ block: "center", behavior: still ? "auto" : "smooth" });
  const control = found.matches("input, button, [tabindex]") ? found : found.querySelector<HTMLElement>("input, button, [tabindex]");
  control?.focus({ preventScroll: true });
}
