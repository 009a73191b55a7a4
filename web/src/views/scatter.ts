/** `scatter`: one point a row, two columns against one another, a front as steps. */
import type { Answer, ViewSpec } from "../api/types";
import { columnOf, numbers, tableOf, texts, values, word } from "./columns/table";
import { unitOf } from "./columns/text";
import { ends } from "./draw/axis";

export interface Point {
  x: number;
  y: number;
  mark: string;
  label: string;
  front: boolean;
}
export type Better = Partial<Record<"x" | "y", "up" | "down">>;
export const better = (view: ViewSpec): Better => (view.better ?? {}) as Better;

/** Points that have both numbers, in the units shown. */
export function points(answer: Answer, view: ViewSpec): Point[] {
  const table = tableOf(answer, view);
  const read = (key: string) => numbers(table, word(view, key), unitOf(columnOf(answer, view, key)).factor);
  const [x, y] = [read("x"), read("y")];
  const marks = word(view, "mark") ? texts(table, word(view, "mark")) : [];
  const labels = word(view, "label") ? texts(table, word(view, "label")) : [];
  const front = word(view, "front") ? values(table, word(view, "front")) : [];
  return x
    .map((value, row): Point => ({
      x: value,
      y: y[row]!,
      mark: marks[row] ?? "",
      label: labels[row] ?? "",
      front: front[row] === true || front[row] === 1,
    }))
    .filter((one) => Number.isFinite(one.x) && Number.isFinite(one.y));
}

/** Shares stand between none and all; other numbers between the ends of the whole group. */
export function limits(group: Answer[], view: ViewSpec, key: "x" | "y"): [number, number] {
  const all = group.flatMap((answer) => points(answer, view).map((one) => one[key]));
  const first = group[0];
  const unit = first ? unitOf(columnOf(first, view, key)).unit : "";
  if (unit === "%" && all.every((one) => one >= 0 && one <= 100)) return [-4, 104];
  return ends(all, 0.07);
}

/** The corners of the front, in the order of x: between two points what can be had is the worse y. */
export function steps(of: Point[], view: ViewSpec): [number, number][] {
  const joined = of.filter((one) => one.front).sort((a, b) => a.x - b.x || a.y - b.y);
  const first = better(view).x === "up";
  return joined.flatMap((one, at): [number, number][] => {
    const next = joined[at + 1];
    if (!next) return [[one.x, one.y]];
    return [[one.x, one.y], first ? [one.x, next.y] : [next.x, one.y]];
  });
}

/** Labels of the front (or of all, where there is none): one a spot, the others there counted. */
export function labelled(of: Point[]): { x: number; y: number; labels: string[] }[] {
  const front = of.some((one) => one.front);
  const found = new Map<string, { x: number; y: number; labels: string[] }>();
  for (const one of of) {
    if (!one.label || (front && !one.front)) continue;
    const key = `${one.x},${one.y}`;
    const spot = found.get(key) ?? { x: one.x, y: one.y, labels: [] };
    spot.labels.push(one.label);
    found.set(key, spot);
  }
  return [...found.values()];
}

/** Boxes of texts that cross none before them; a text with no room is left out. */
export function fitted<T extends { x: number; y: number; text: string }>(wanted: T[], width: number, letter = 5.6, high = 13) {
  const boxes: [number, number, number, number][] = [];
  return wanted.flatMap((one) => {
    const wide = one.text.length * letter;
    for (const [dx, dy, end] of [[9, 4, false], [-9, 4, true], [9, -9, false], [-9, -9, true], [9, 17, false], [-9, 17, true]] as const) {
      const left = end ? one.x + dx - wide : one.x + dx;
      const box: [number, number, number, number] = [left, one.y + dy - high, left + wide, one.y + dy];
      if (left < 0 || box[2] > width) continue;
      if (boxes.some(([a, b, c, d]) => box[0] < c && a < box[2] && box[1] < d && b < box[3])) continue;
      boxes.push(box);
      return [{ ...one, tx: one.x + dx, ty: one.y + dy, end }];
    }
    return [];
  });
}
