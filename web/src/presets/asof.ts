/** The day up to which statements count, as a date box holds it. */

/** The last day that a date means: a bare month or year counts from its end. */
export function lastDay(text: string): string {
  const found = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(text);
  if (!found) return "";
  const [, year, month = "12", day] = found;
  if (day) return text;
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return `${year}-${month}-${String(last).padStart(2, "0")}`;
}

/** What is laid for a day chosen: nothing for the dossier's own, or for none. */
export const chosen = (day: string, own: string): string => (day === lastDay(own) ? "" : day);
