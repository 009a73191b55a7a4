/** What a map shows, in a sentence, for those who do not see it. */
import { positioned } from "../../views/columns/text";
import { plural, t } from "../../words";
import type { Scene } from "../scene";
import type { Drawing, Sheet } from "../sheets";
import { ended, filled } from "./facts";

/** How often each value occurs, the most frequent first. */
export function counts(values: string[]): [string, number][] {
  const found = new Map<string, number>();
  for (const value of values) found.set(value, (found.get(value) ?? 0) + 1);
  return [...found].sort((a, b) => b[1] - a[1]);
}

export function summary(sheet: Sheet): string {
  const named = ({ position, answer }: Drawing) => (position ? `${positioned(position, answer)}: ` : "");
  return sheet.drawings.map((one) => named(one) + shown(one.scene)).join(" ");
}

function shown({ tracks, cells, rings, spots }: Scene): string {
  const parts: string[] = [];
  const flights = tracks.filter((one) => one.kind === "threat" && one.outcome);
  if (flights.length) {
    const ends = counts(flights.map((one) => one.outcome!)).map(([name, count]) => `${ended(name)} – ${count}`);
    parts.push(t("map.saysFlights", { count: flights.length, ends: ends.join("; ") }));
  }
  const threatened = cells.filter((one) => one.fill);
  if (cells.length) {
    const fills = counts(threatened.map((one) => one.fill)).map(([name, count]) => `${filled(name)} – ${count}`);
    parts.push(t("map.saysCells", { count: threatened.length, fills: fills.join("; ") || t("map.none") }));
  }
  if (rings.length) parts.push(t("map.saysRings", { rings: [...new Set(rings.map((one) => one.label))].join(", ") }));
  const sites = spots.filter((one) => one.role === "site").map((one) => one.label);
  if (sites.length) {
    const forms = { one: t("map.siteOne"), other: t("map.siteMany") };
    parts.push(`${plural(sites.length, forms)}: ${sites.join(", ")}.`);
  }
  return parts.join(" ") || t("map.nothing");
}
