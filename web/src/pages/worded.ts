/** Numbers that come as text, in the signs and units of the language; nothing is converted. */
import { app } from "../state/app.svelte";
import { t } from "../words";

const UNITS: Record<string, string> = {
  km: "км", m: "м", s: "с", min: "мин", h: "ч", kg: "кг", t: "т", K: "К", Pa: "Па", deg: "°", kN: "кН",
  "km/s": "км/с", "m/s": "м/с", km2: "км²", m2: "м²", "kg/m2": "кг/м²", "kg/m3": "кг/м³", years: "лет", year: "год",
}; // prettier-ignore
const ENGLISH: Record<string, string> = { deg: "°", km2: "km²", m2: "m²", "kg/m2": "kg/m²", "kg/m3": "kg/m³" };
const NAMES = ["yes", "no", "not attainable"];

/** `8.5..11.6 km/s` becomes `8.5–11.6 km/s`, in Russian `8,5–11,6 км/с`. */
export function worded(text: string): string {
  if (NAMES.includes(text)) return t(`pages.is_${text.replace(" ", "_")}`);
  const russian = app.shown.lang === "ru";
  return text
    .replace(/(\d)\.\.(?=[-\d])/g, "$1–")
    .replace(/-(?=\d)/g, (sign, at: number, all: string) => (/[\de]/.test(all[at - 1] ?? "") ? sign : "−"))
    .replace(/(\d)\.(?=\d)/g, russian ? "$1," : "$1.")
    .replace(/ ?([A-Za-z%][\w/]*)$/, (whole, unit: string) => {
      const known = (russian ? UNITS[unit] : ENGLISH[unit]) ?? unit;
      return known === "°" ? known : whole.startsWith(" ") ? `\u202f${known}` : whole;
    });
}
