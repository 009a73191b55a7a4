/** Days as people say them: `2007`, `2007-09` and `2007-09-27` in the language of the page. */
import { app } from "../state/app.svelte";

export function dayShown(iso: string): string {
  const parts = iso.split("-").map(Number);
  if (!iso || parts.some((one) => !Number.isInteger(one))) return iso;
  const [year = 0, month, day] = parts;
  if (month === undefined) return String(year);
  const form = new Intl.DateTimeFormat(app.shown.lang === "en" ? "en-GB" : app.shown.lang, {
    timeZone: "UTC",
    year: "numeric",
    month: "long",
    ...(day === undefined ? {} : { day: "numeric" }),
  });
  return form.format(Date.UTC(year, month - 1, day ?? 1));
}
