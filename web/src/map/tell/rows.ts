/** The table behind the maps: one row a flight, a class of land or a ring; one column a position. */
import { told } from "../../views/columns/text";
import { positioned, t } from "../../words";
import type { Drawing } from "../sheets";
import { counts } from "./summary";
import { ended, facts, filled } from "./facts";

export interface Rows {
  head: string[];
  rows: string[][];
}

export function rows(drawings: Drawing[]): Rows {
  const head = [t("map.what"), ...drawings.map((one) => (one.position ? positioned(one.position) : t("common.parties")))];
  const found = new Map<string, string[]>();
  const put = (name: string, at: number, value: string) => {
    const row = found.get(name) ?? drawings.map(() => "–");
    row[at] = value;
    found.set(name, row);
  };
  drawings.forEach(({ answer, scene }, at) => {
    for (const track of scene.tracks)
      if (track.kind === "threat" && track.outcome && track.emphasis) {
        const more = facts(answer, track.of).map(({ name, value }) => `${name}: ${value}`);
        put(track.label, at, [ended(track.outcome), ...more].join("; "));
      }
    for (const [fill, count] of counts(scene.cells.map((one) => one.fill)))
      put(filled(fill) || t("map.unthreatened"), at, t("map.cells", { count }));
    for (const ring of scene.rings) put(`${ring.label} (${ring.id})`, at, ring.mark ? told(ring.mark) : t("map.drawn"));
    for (const spot of scene.spots)
      if (spot.role === "site" || spot.role === "radar") put(`${t(`map.role-${spot.role}`)}: ${spot.label}`, at, t("map.drawn"));
  });
  return { head, rows: [...found].map(([name, values]) => [name, ...values]) };
}
