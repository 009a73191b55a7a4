/** `spans`: one line a name, one interval a row; years, shares, seconds. */
import type { Answer, Text, ViewSpec } from "../api/types";
import { column, marksOf, numbers, tableOf, texts, word } from "./columns/table";
import { isYear, unitOf } from "./columns/text";
import { axis, ends, type Axis } from "./draw/axis";

export interface Span {
  /** An open end is NaN. */
  low: number;
  high: number;
  best: number;
  mark: string;
}
export interface Line {
  block: string;
  name: string;
  spans: Span[];
}

/** Names in the order of the table, block after block, each with its intervals. */
export function lines(answer: Answer, view: ViewSpec): Line[] {
  const table = tableOf(answer, view);
  const { factor } = unitOf(column(table, word(view, "low")));
  const read = (key: string) => (word(view, key) ? numbers(table, word(view, key), factor) : []);
  const [low, high, best] = [read("low"), read("high"), read("best")];
  const blocks = word(view, "by") ? texts(table, word(view, "by")) : [];
  const marks = word(view, "mark") ? texts(table, word(view, "mark")) : [];
  const found = new Map<string, Line>();
  texts(table, word(view, "y")).forEach((name, row) => {
    const block = blocks[row] ?? "";
    const key = `${block}\n${name}`;
    const line = found.get(key) ?? { block, name, spans: [] };
    line.spans.push({ low: low[row] ?? NaN, high: high[row] ?? NaN, best: best[row] ?? NaN, mark: marks[row] ?? "" });
    found.set(key, line);
  });
  const order = [...new Set(blocks)];
  return [...found.values()].sort((a, b) => order.indexOf(a.block) - order.indexOf(b.block));
}

/** Vertical lines: numbers in the unit shown, with what they say; or the values of a column. */
export function uprights(answer: Answer, view: ViewSpec): { value: number; says: Text }[] {
  const given = view.at;
  if (given === undefined || given === null) return [];
  const table = tableOf(answer, view);
  if (typeof given === "string") {
    const of = column(table, given);
    const { factor } = unitOf(of);
    const known = new Set(numbers(table, given, factor).filter(Number.isFinite));
    return [...known].map((value) => ({ value, says: of.means ?? of.name }));
  }
  return (Array.isArray(given) ? given : [given]).map((one: unknown) =>
    typeof one === "object" && one !== null
      ? { value: Number((one as { value: number }).value), says: (one as { says?: Text }).says ?? "" }
      : { value: Number(one), says: "" },
  );
}

export function scale(group: Answer[], view: ViewSpec): Axis {
  const all = group.flatMap((answer) => [
    ...lines(answer, view).flatMap((line) => line.spans.flatMap(({ low, high, best }) => [low, high, best])),
    ...uprights(answer, view).map((one) => one.value),
  ]);
  const [low, high] = ends(all, 0.08);
  const first = group[0];
  return axis(low, high, 5, 0, first ? isYear(column(tableOf(first, view), word(view, "low"))) : false);
}

export const marks = (group: Answer[], view: ViewSpec): string[] => marksOf(group, view, "mark").filter(Boolean);
