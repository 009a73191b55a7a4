/** `map.cells`: land cells filled by what defends them (as reports/view/map_cells.py). */
import type { Answer, ViewSpec } from "../../api/types";
import type { Cell, Scene } from "../scene";
import { has, number, rowsOf, table, text } from "./columns";
import type { Naming } from "./naming";
import { areas } from "./places";

export function cells(answer: Answer, view: ViewSpec, words: Naming): Partial<Scene> {
  const name = String(view.table ?? "cells");
  const of = table(answer, name);
  if (!has(of, "lat_deg", "lon_deg")) return {};
  const [colour, mask] = [String(view.colour ?? "opportunities"), String(view.mask ?? "threatened")];
  const by = String(view.by ?? "region");
  const key = Object.keys(of.data)[0]!;
  const sizeDeg = Number(view.size ?? 1);
  // A cell's place is the middle of its land; what is drawn is the square that it lies in.
  const middle = (degrees: number) => (Math.floor(degrees / sizeDeg) + 0.5) * sizeDeg;
  const made: Cell[] = [...rowsOf(of)].map((row) => ({
    id: text(of, key, row),
    lat: middle(number(of, "lat_deg", row)),
    lon: middle(number(of, "lon_deg", row)),
    sizeDeg,
    fill: number(of, mask, row) > 0 ? grade(number(of, colour, row)) : "",
    label: text(of, key, row),
    region: by in of.data ? text(of, by, row) : undefined,
    of: { table: name, row },
  }));
  return { cells: made, spots: areas(answer, words.name) };
}

const grade = (count: number) => (count >= 2 ? "twice" : count >= 1 ? "once" : "undefended");
