/** What a measure does to the numbers, in words. */
import type { Measure } from "../api/types";
import { worded } from "../assumptions/said";
import { named } from "../assumptions/spoken";
import { choice, quantified } from "../assumptions/written";
import { called, t } from "../words";

export type Act = Measure["does"][number];

/** A mask is on a whole thing, whichever of its numbers it is written with. */
export function act({ parameter, do: how, text }: Act): string {
  return worded("measures", `do_${how}`, `{what}: ${how} {text}`)
    .replace("{what}", how === "mask" ? called(parameter.split(".").at(-2)!) : named(parameter))
    .replace("{text}", told(text));
}

/** A value of a dossier in the units switched to; a name in words. */
export function told(text: string): string {
  return quantified(text) ?? worded("measures", `is_${text}`, choice(text));
}

/** What it takes away, in words; empty where it takes nothing. */
export const withdrawn = ({ withdraws }: Measure): string => (withdraws ? t("measures.withdraws") : "");
