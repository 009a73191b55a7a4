/** Values of parameters as people read them. Unlike columns, a unit of "1" is a count or a chance, not per cent. */
import { showing, digits } from "../units/shown";
import { app } from "../state/app.svelte";

const NAMES: Record<string, { en: string; ru: string }> = {
  m2: { en: "m²", ru: "м²" },
  "kg/m2": { en: "kg/m²", ru: "кг/м²" },
};

/** How a parameter's unit is shown: its name, and what to multiply by. */
export function scaled(unit: string): { name: string; factor: number } {
  if (unit === "1" || unit === "year" || unit === "") return { name: "", factor: 1 };
  const known = NAMES[unit];
  if (known) return { name: known[app.shown.lang], factor: 1 };
  const { unit: name, factor } = showing(unit);
  return { name, factor };
}

/** A number already in the unit shown; years without a thousands mark. */
export function figure(value: number, unit: string): string {
  if (unit === "year") return value.toLocaleString(app.shown.lang, { useGrouping: false, maximumFractionDigits: 2 });
  return digits(value, 4);
}

export function amount(value: number, unit: string): string {
  const { name, factor } = scaled(unit);
  return name ? `${figure(value * factor, unit)}${name === "°" ? "" : "\u202f"}${name}` : figure(value, unit);
}

/** An interval with one unit at its end. */
export function span(low: number, high: number, unit: string): string {
  return low === high ? amount(low, unit) : `${figure(low * scaled(unit).factor, unit)}–${amount(high, unit)}`;
}

/** The text that sets a parameter to this value, in the address and on the command line. */
export function setting(value: unknown, unit: string): string | undefined {
  if (typeof value === "string") return value;
  if (typeof value !== "number") return undefined;
  return unit === "1" || unit === "year" || unit === "" ? String(value) : `${value} ${unit}`;
}
