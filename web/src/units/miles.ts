/**
 * Sentences come from the server in metric units. Where miles are switched to, each quantity in them
 * gets its miles in brackets: no number of one unit is ever read on a scale of the other.
 */
import { app } from "../state/app.svelte";
import { showing } from "./shown";

const UNITS: Record<string, string> = { "km/s": "km/s", "км/с": "km/s", "km²": "km2", "км²": "km2", km: "km", км: "km" };
const NUMBER = String.raw`\d[\d\u00a0\u202f]*(?:[.,]\d+)*`;
const QUANTITY = new RegExp(
  String.raw`(?:(${NUMBER})(\s*(?:–|-|\.\.)\s*| to | and | до | и ))?(${NUMBER})[\s\u00a0\u202f]+(km/s|км/с|km²|км²|km|км)(?![\p{L}/²])`,
  "gu",
);

export function withMiles(text: string): string {
  if (app.shown.units !== "mi") return text;
  return text.replace(QUANTITY, (whole, from: string | undefined, _between, to: string, unit: string) => {
    const { unit: name, factor } = showing(UNITS[unit]!);
    const shown = (one: string) => (plain(one) * factor).toLocaleString(app.shown.lang, { maximumSignificantDigits: 4 });
    return `${whole} (${from === undefined ? "" : `${shown(from)}–`}${shown(to)}\u202f${name})`;
  });
}

/** `1,009.5` in English, `1 009,5` in Russian. */
function plain(text: string): number {
  const bare = text.replace(/[\u00a0\u202f]/g, "");
  return Number(app.shown.lang === "ru" ? bare.replace(",", ".") : bare.replace(/,(?=\d{3})/g, "").replace(",", "."));
}
