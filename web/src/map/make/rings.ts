/** `map.rings`: closed lines, such as how far a missile flies from a place (as reports/view/map_rings.py). */
import type { Answer, ViewSpec } from "../../api/types";
import type { Ring, Scene } from "../scene";
import { has, number, rowsOf, table, text } from "./columns";
import type { Naming } from "./naming";
import { areas } from "./places";

export function rings(answer: Answer, view: ViewSpec, words: Naming, marks: string[]): Partial<Scene> {
  const of = table(answer, String(view.table ?? "rings"));
  const key = String(view.ring ?? "ring");
  if (!has(of, key, "lat_deg", "lon_deg")) return {};
  const made = new Map<string, Ring>();
  for (const row of rowsOf(of)) {
    const point: [number, number] = [number(of, "lon_deg", row), number(of, "lat_deg", row)];
    if (!point.every(Number.isFinite)) continue;
    const id = text(of, key, row);
    const known = made.get(id);
    if (known) {
      known.line.push(point);
      continue;
    }
    const mark = view.mark ? text(of, String(view.mark), row) : "";
    const label = words.name(text(of, String(view.label ?? key), row));
    const seen = "radar" in of.data;
    const whose = seen
      ? { layer: "view" as const, owner: words.name(text(of, "radar", row), "radars") }
      : { layer: "range" as const };
    made.set(id, { id, label, line: [point], series: Math.max(0, marks.indexOf(mark)), mark, ...whose });
  }
  for (const ring of made.values()) ring.line.push(ring.line[0]!);
  return { rings: [...made.values()], spots: areas(answer, words.name) };
}

/** All values that tell rings apart over several answers, in the order of their names. */
export function marked(answers: Answer[]): string[] {
  const found = new Set<string>();
  for (const answer of answers)
    for (const view of answer.views) {
      const of = view.kind === "map.rings" ? table(answer, String(view.table ?? "rings")) : undefined;
      if (view.mark && has(of, String(view.mark)))
        for (const row of rowsOf(of)) found.add(text(of, String(view.mark), row));
    }
  return [...found].sort();
}
