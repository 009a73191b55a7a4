/** Land cells as one path a class, and the lines between classes. */
import type { GeoProjection } from "d3-geo";
import type { Cell } from "../scene";

const known = new WeakMap<GeoProjection, Map<string, string>>();
const CORNERS: [number, number][] = [[0, 0], [0.5, 0], [1, 0], [1, 0.5], [1, 1], [0.5, 1], [0, 1], [0, 0.5]]; // prettier-ignore
export const GRADES = ["undefended", "once", "twice"];

const fixed = (one: number) => Math.round(one * 10) / 10;

/** A square with its sides bent as the map bends them; kept, since cells stand still. */
function square(cell: Cell, projection: GeoProjection): string {
  let squares = known.get(projection);
  if (!squares) known.set(projection, (squares = new Map()));
  const key = `${cell.lat} ${cell.lon} ${cell.sizeDeg}`;
  const old = squares.get(key);
  if (old !== undefined) return old;
  const [west, south] = [cell.lon - cell.sizeDeg / 2, cell.lat - cell.sizeDeg / 2];
  const points = CORNERS.map(([x, y]) => projection([west + x * cell.sizeDeg, south + y * cell.sizeDeg])!);
  const made = `M${points.map(([x, y]) => `${fixed(x)},${fixed(y)}`).join("L")}Z`;
  squares.set(key, made);
  return made;
}

export function squares(cells: Cell[], projection: GeoProjection): { of: string; d: string }[] {
  const found = new Map<string, Set<string>>(GRADES.map((grade) => [grade, new Set()]));
  for (const cell of cells) if (cell.fill) found.get(cell.fill)?.add(square(cell, projection));
  return [...found].filter(([, all]) => all.size).map(([of, all]) => ({ of, d: [...all].join("") }));
}

/** For each class but the last: the line between cells of at most this class and neighbours of a higher one. */
export function contours(cells: Cell[], projection: GeoProjection): { of: string; d: string }[] {
  const size = cells[0]?.sizeDeg;
  if (!size) return [];
  const key = (lon: number, lat: number) => `${lon} ${lat}`;
  const grades = new Map(cells.map((cell) => [key(cell.lon, cell.lat), GRADES.indexOf(cell.fill)]));
  const found: string[][] = GRADES.slice(1).map(() => []);
  const half = size / 2;
  for (const { lon, lat } of cells) {
    const here = grades.get(key(lon, lat))!;
    for (const [east, north] of [
      [size, 0],
      [0, size],
    ] as const) {
      const there = grades.get(key(lon + east, lat + north));
      if (there === undefined || there < 0 || here < 0 || there === here) continue;
      const ends = east
        ? [
            [lon + half, lat - half],
            [lon + half, lat + half],
          ]
        : [
            [lon - half, lat + half],
            [lon + half, lat + half],
          ];
      const d = `M${ends
        .map((one) =>
          projection(one as [number, number])!
            .map(fixed)
            .join(","),
        )
        .join("L")}`;
      for (let grade = Math.min(here, there); grade < Math.max(here, there); grade++) found[grade]!.push(d);
    }
  }
  return found.flatMap((all, grade) => (all.length ? [{ of: GRADES[grade]!, d: all.join("") }] : []));
}
