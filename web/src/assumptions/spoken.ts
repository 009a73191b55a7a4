/** Values, claims and their holders in words. */
import type { Mark, Slider } from "../api/types";
import { amount } from "../pages/amount";
import { app } from "../state/app.svelte";
import { called, say, t } from "../words";
import { worded } from "./said";
import { choice } from "./written";

/** A value of a slider as people read it, in the units switched to. */
export const shown = (slider: Slider, value: number | string): string =>
  typeof value === "string" ? choice(value) : amount(value, slider.unit);

/** Who holds what, and how well it is known, in one line: the label of a mark. */
export function holding(slider: Slider, mark: Mark): string {
  const whose = mark.best_by ? t("assumptions.asPut", { name: say(mark.best_by_name) }) : "";
  const of = mark.ascribed_to ? t("assumptions.ascribedTo", { name: say(mark.ascribed_to_name) }) : "";
  const ends = mark.ends_by ? t("assumptions.endsBy", { name: say(mark.ends_by_name) }) : "";
  const known = [say(mark.by_name), of, whose, ends, worded("pages", `status_${mark.status}`, mark.status)].filter(Boolean).join(", ");
  return `${called(mark.party)}, ${t(`common.${mark.how}`)}: ${shown(slider, mark.value)} (${known})`;
}

/** What a parameter is called; where a whole thing is meant, the thing's name. */
export function named(path: string): string {
  const known =
    app.desk?.sliders.find((one) => one.parameter === path) ?? app.desk?.parameters.find((one) => one.path === path);
  return known ? say(known.name) : called(path.split(".").at(-1)!);
}
