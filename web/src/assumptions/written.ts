/** Values as an address or a dossier writes them, in words and in the units switched to. */
import { amount, span } from "../pages/amount";
import { called, t } from "../words";

/** A number with its unit, or an interval; undefined where the text is neither. */
export function quantified(text: string): string | undefined {
  const found = /^(-?[\d.]+?)(?:\.\.(-?[\d.]+))?(?:\s+(\S+))?$/.exec(text.trim());
  if (!found) return undefined;
  const [, low, high, unit = "1"] = found;
  return high === undefined ? amount(Number(low), unit) : span(Number(low), Number(high), unit);
}

export const choice = (one: string): string => (one === "yes" || one === "no" ? t(`assumptions.${one}`) : called(one));

export const written = (text: string): string => quantified(text) ?? choice(text);
