/** SI to what people read: kilometres or miles, per cent, degrees; digits as a reader needs them. */
import { app } from "../state/app.svelte";

const MILE_M = 1609.344; // international mile, exact by definition
interface Shown {
  unit: { en: string; ru: string };
  factor: number;
}
const METRIC: Record<string, Shown> = {
  m: { unit: { en: "km", ru: "км" }, factor: 1e-3 },
  km: { unit: { en: "km", ru: "км" }, factor: 1 },
  km2: { unit: { en: "km²", ru: "км²" }, factor: 1 },
  "m/s": { unit: { en: "km/s", ru: "км/с" }, factor: 1e-3 },
  "km/s": { unit: { en: "km/s", ru: "км/с" }, factor: 1 },
};
const MILES: Record<string, Shown> = {
  m: { unit: { en: "mi", ru: "миль" }, factor: 1 / MILE_M },
  km: { unit: { en: "mi", ru: "миль" }, factor: 1e3 / MILE_M },
  km2: { unit: { en: "sq mi", ru: "кв. миль" }, factor: (1e3 / MILE_M) ** 2 },
  "m/s": { unit: { en: "mi/s", ru: "миль/с" }, factor: 1 / MILE_M },
  "km/s": { unit: { en: "mi/s", ru: "миль/с" }, factor: 1e3 / MILE_M },
};
const ALWAYS: Record<string, Shown> = {
  "1": { unit: { en: "%", ru: "%" }, factor: 100 },
  "%": { unit: { en: "%", ru: "%" }, factor: 1 },
  rad: { unit: { en: "°", ru: "°" }, factor: 180 / Math.PI },
  deg: { unit: { en: "°", ru: "°" }, factor: 1 },
  s: { unit: { en: "s", ru: "с" }, factor: 1 },
  kg: { unit: { en: "kg", ru: "кг" }, factor: 1 },
  years: { unit: { en: "years", ru: "лет" }, factor: 1 },
};

/** How a unit is shown: its name, and what to multiply by. */
export function showing(unit: string): { unit: string; factor: number } {
  const found = (app.shown.units === "mi" ? MILES : METRIC)[unit] ?? ALWAYS[unit];
  return found ? { unit: found.unit[app.shown.lang], factor: found.factor } : { unit, factor: 1 };
}

/** A number without its unit, in the digits of the language. */
export function digits(value: number, significant = 3): string {
  return value.toLocaleString(app.shown.lang, { maximumFractionDigits: places(value, significant) });
}
/** Decimal places that so many significant digits take, six at most. */
export function places(value: number, significant = 3): number {
  const found = value === 0 ? 0 : Math.max(0, significant - 1 - Math.floor(Math.log10(Math.abs(value))));
  return Math.min(found, 6);
}

/** A quantity with its unit; an absent one is a dash. */
export function quantity(value: number | null | undefined, unit: string, significant = 3): string {
  if (value === null || value === undefined || Number.isNaN(value)) return "–";
  const { unit: name, factor } = showing(unit);
  const space = name === "°" ? "" : "\u202f";
  return name ? `${digits(value * factor, significant)}${space}${name}` : digits(value, significant);
}
