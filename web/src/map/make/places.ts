/** Places by name, and where the defence stands. */
import type { Answer } from "../../api/types";
import type { From, Spot } from "../scene";
import type { Naming } from "./naming";
import { has, number, rowsOf, table, text } from "./columns";

export interface Place {
  lat: number;
  lon: number;
  of: From;
}

/** The places that a column's names stand for: from the first table that has each of them once. */
export function places(answer: Answer, key: string): Map<string, Place> {
  for (const name of Object.keys(answer.tables)) {
    const of = table(answer, name);
    if (!has(of, key, "lat_deg", "lon_deg") || "time_s" in of.data || !of.length) continue;
    const found = new Map<string, Place>();
    for (const row of rowsOf(of))
      found.set(text(of, key, row), {
        lat: number(of, "lat_deg", row),
        lon: number(of, "lon_deg", row),
        of: { table: name, row },
      });
    if (found.size === of.length) return found;
  }
  return new Map();
}

/** Interceptor sites and radars, of the table `sites`. */
export function sites(answer: Answer, name: Naming["name"]): Spot[] {
  const of = table(answer, "sites");
  if (!has(of, "site", "lat_deg", "lon_deg")) return [];
  return [...rowsOf(of)].map((row) => {
    const id = text(of, "site", row);
    const role = text(of, "what", row).includes("radar") ? ("radar" as const) : ("site" as const);
    return {
      id: `site:${id}`,
      role,
      lat: number(of, "lat_deg", row),
      lon: number(of, "lon_deg", row),
      altitudeKm: 0,
      label: name(id, `${role}s`),
    };
  });
}

/** Where threats of a region are launched, of the table `launch_areas`. */
export function areas(answer: Answer, name: Naming["name"]): Spot[] {
  if (!table(answer, "launch_areas")) return [];
  return [...places(answer, "launch_area")].map(([id, { lat, lon }]) => ({
    id: `area:${id}`,
    role: "launch-area" as const,
    lat,
    lon,
    altitudeKm: 0,
    label: name(id, "launch-areas"),
  }));
}
