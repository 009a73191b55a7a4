/** The table behind the maps: one row a flight, a class of land or a ring; one column a position. */
import { quantity } from "../../units/shown";
import { positioned, told } from "../../views/columns/text";
import { t } from "../../words";
import type { Drawing, Sheet } from "../sheets";
import { counts } from "./summary";
import { ended, filled } from "./facts";
import { compared, under } from "./titled";

export interface Rows {
  head: string[];
  rows: string[][];
}

export function rows(sheets: Sheet[]): Rows {
  const several = compared(sheets);
  const drawings = sheets.flatMap(({ other, drawings: of }) => of.map((one) => ({ ...one, other })));
  const named = ({ position, answer }: Drawing) => (position ? positioned(position, answer) : t("common.parties"));
  const head = [t("map.what"), ...drawings.map((one) => under(named(one), one.other, several))];
  const found = new Map<string, string[]>();
  const put = (name: string, at: number, value: string) => {
    const row = found.get(name) ?? drawings.map(() => "–");
    row[at] = value;
    found.set(name, row);
  };
  drawings.forEach(({ scene }, at) => {
    for (const track of scene.tracks)
      if (track.kind === "threat" && track.outcome && track.emphasis) {
        const [from, to] = (track.window ?? []).map((one) => quantity(one, "s", 4));
        put(track.label, at, [ended(track.outcome), ...(to ? [t("map.window", { from: from!, to })] : [])].join("; "));
      }
    for (const [fill, count] of counts(scene.cells.map((one) => one.fill)))
      put(filled(fill) || t("map.unthreatened"), at, t("map.cells", { count }));
    for (const ring of scene.rings) put(`${ring.label} (${ring.id})`, at, ring.mark ? told(ring.mark) : t("map.drawn"));
    for (const spot of scene.spots)
      if (spot.role === "site" || spot.role === "radar")
        put(`${t(`map.role-${spot.role}`)}: ${spot.label}`, at, t("map.drawn"));
  });
  return { head, rows: [...found].map(([name, values]) => [name, ...values]) };
}
