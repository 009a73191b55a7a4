/** Stored tracks by what they are called. */
import type { Answer } from "../../api/types";
import type { Track } from "../scene";
import { has, number, rowsOf, table, text } from "./columns";

export type Points = Track["points"];

/** The points of each flight in the table, keyed by the names in `keys`; in order of time. */
export function flown(answer: Answer, name: string, ...keys: string[]): Map<string, Points> {
  const found = new Map<string, Points>();
  const of = table(answer, name);
  if (!has(of, "time_s", "lat_deg", "lon_deg", ...keys)) return found;
  for (const row of rowsOf(of)) {
    const point: Points[number] = [
      number(of, "time_s", row),
      number(of, "lat_deg", row),
      number(of, "lon_deg", row),
      number(of, "altitude_km", row) || 0,
    ];
    if (!point.every(Number.isFinite)) continue;
    const key = keys.map((one) => text(of, one, row)).join("\n");
    const known = found.get(key);
    if (known) known.push(point);
    else found.set(key, [point]);
  }
  for (const points of found.values()) points.sort((a, b) => a[0] - b[0]);
  return found;
}
