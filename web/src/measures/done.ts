/** What a measure does to the numbers, in words. */
import type { Measure } from "../api/types";
import { worded } from "../assumptions/said";
import { choice, named } from "../assumptions/spoken";
import { amount, span } from "../pages/amount";
import { t } from "../words";

export type Act = Measure["does"][number];

export function act({ parameter, do: how, text }: Act): string {
  return worded("measures", `do_${how}`, `{what}: ${how} {text}`)
    .replace("{what}", named(parameter))
    .replace("{text}", told(text));
}

/** A value of a dossier in the units switched to; a name in words. */
export function told(text: string): string {
  const number = /^(-?[\d.]+?)(?:\.\.(-?[\d.]+))?(?:\s+(\S+))?$/.exec(text);
  if (!number) return worded("measures", `is_${text}`, choice(text));
  const [, low, high, unit = "1"] = number;
  return high === undefined ? amount(Number(low), unit) : span(Number(low), Number(high), unit);
}

/** What it takes away, in words; empty where it takes nothing. */
export const withdrawn = ({ withdraws }: Measure): string => (withdraws ? t("measures.withdraws") : "");
