/** Dates and spans counted in years, as people write them; a part of a year is never dropped. */
import { app } from "../state/app.svelte";
import { t } from "../words";

/** Years nearer than this to a whole or a half are that. */
const LIKE = 1e-6;

/** A date: 2022, mid-2021, Oct 2007. The program writes the same in its sentences. */
export function yearShown(value: number): string {
  const year = Math.floor(value + LIKE);
  const part = value - year;
  if (part < LIKE) return String(year);
  if (Math.abs(part - 0.5) < LIKE) return t("views.midYear", { year: String(year) });
  const month = new Date(Date.UTC(2001, Math.min(Math.floor(12 * part), 11), 15));
  const named = app.shown.lang === "ru" ? "long" : "short";
  return `${month.toLocaleString(app.shown.lang, { month: named, timeZone: "UTC" })} ${year}`;
}

/** A span of years with its noun: 1 year, 8.5 years; 5 лет. */
export function yearsShown(count: number): string {
  const form = new Intl.NumberFormat(app.shown.lang, {
    style: "unit", unit: "year", unitDisplay: "long", maximumFractionDigits: 1,
  });
  return form.format(count).replace("-", "−");
}
