/** `curve`: columns over one column, a panel a quantity, side by side for the positions. */
import type { Answer, Column, Columnar, Text, ViewSpec } from "../api/types";
import { column, numbers, records, table, tableOf, texts, word, wordsOf, type Row } from "./columns/table";
import { app } from "../state/app.svelte";
import { amount, unitOf } from "./columns/text";
import { ends } from "./draw/axis";

export interface Panel {
  lines: string[];
  title?: Text;
  fill: boolean;
  value: string;
  says: Text[];
}

/** The panels that a view asks for; without, one for each column with a unit. */
export function panels(view: ViewSpec, of: Columnar): Panel[] {
  const asked = view.panels as Record<string, unknown>[] | undefined;
  if (asked)
    return asked.map((one) => ({
      lines: typeof one.lines === "string" ? [one.lines] : (one.lines as string[]),
      title: one.title as Text | undefined,
      fill: Boolean(one.fill),
      value: of.columns.some((it) => it.name === one.value) ? String(one.value) : "",
      says: (one.says as Text[] | undefined) ?? [],
    }));
  const named = wordsOf(view, "y");
  const names = named.length ? named : of.columns.filter((one) => one.unit && one.name !== view.x).map((one) => one.name);
  return names.map((name) => ({ lines: [name], fill: false, value: "", says: [] }));
}

export interface Line {
  column: string;
  /** In the units shown, in the order of x. */
  points: [number, number][];
}
export interface Group {
  name: string;
  lines: Line[];
  marks: Mark[];
}
export interface Mark {
  at: number;
  low: number;
  high: number;
  shown: string;
  row: Row;
}

const by = (view: ViewSpec) => word(view, "by") || "position";

/** One group a position: its lines, and the values that it claims. */
export function groups(answer: Answer, view: ViewSpec): Group[] {
  const of = tableOf(answer, view);
  const x = word(view, "x");
  const whose = texts(of, by(view));
  const at = numbers(of, x, unitOf(column(of, x)).factor);
  const columns = panels(view, of).flatMap((panel) => panel.lines);
  const claims = claimed(answer, view);
  return [...new Set(whose)].map((name) => {
    const rows = whose.flatMap((one, row) => (one === name ? [row] : [])).sort((a, b) => at[a]! - at[b]!);
    const lines = columns.map((one): Line => {
      const cells = numbers(of, one, unitOf(column(of, one)).factor);
      return { column: one, points: rows.map((row) => [at[row]!, cells[row]!]) };
    });
    return { name, lines, marks: claims.get(name) ?? [] };
  });
}

function claimed(answer: Answer, view: ViewSpec): Map<string, Mark[]> {
  const of = table(answer, word(view, "marks") || "marks");
  const x = word(view, "x");
  const { factor } = unitOf(column(of, x));
  const found = new Map<string, Mark[]>();
  for (const row of records(of)) {
    const whose = String(row[by(view)] ?? row.party ?? "");
    const number = (key: string) => (typeof row[key] === "number" ? row[key] * factor : NaN);
    const at = number(x);
    const mark = { at, low: number("low"), high: number("high"), shown: shownOf(row, column(of, x)), row };
    found.set(whose, [...(found.get(whose) ?? []), mark]);
  }
  return found;
}

/** A claim as stated, in English; in another language as the answer says it there, else its number alone. */
function shownOf(row: Row, of: Column): string {
  const { lang } = app.shown;
  const value = row[of.name];
  const said = row[lang === "en" ? "shown" : `shown_${lang}`];
  return typeof said !== "string" && typeof value === "number" ? amount(value, of) : String(said ?? row.shown ?? "");
}

/** Ends of a panel for all groups: shares between none and all. */
export function limits(of: Group[], lines: string[], unit: string): [number, number] {
  if (unit === "%") return [-4, 104];
  const all = of.flatMap((group) =>
    group.lines.filter((line) => lines.includes(line.column)).flatMap((line) => line.points.map(([, y]) => y)),
  );
  const [low, high] = ends(all, 0.08);
  return [Math.min(0, low), high];
}

/** The point of a line that is nearest to a value; nothing is drawn in between. */
export function nearest(line: Line, at: number): [number, number] | undefined {
  let best: [number, number] | undefined;
  for (const point of line.points) if (!best || Math.abs(point[0] - at) < Math.abs(best[0] - at)) best = point;
  return best && Number.isFinite(best[1]) ? best : undefined;
}

/** A path through the points that there are; a gap where there is none. */
export function path(points: [number, number][], x: (value: number) => number, y: (value: number) => number): string {
  let drawn = "";
  let down = false;
  for (const [a, b] of points) {
    if (Number.isFinite(a) && Number.isFinite(b)) {
      drawn += `${down ? "L" : "M"}${x(a).toFixed(1)} ${y(b).toFixed(1)}`;
      down = true;
    } else down = false;
  }
  return drawn;
}

/** Where the first line lies above the second: closed pieces between looks. */
export function above(first: Line, second: Line): [number, number][][] {
  const pieces: [number, number][][] = [];
  let top: [number, number][] = [];
  let foot: [number, number][] = [];
  const close = () => {
    if (top.length > 1) pieces.push([...top, ...foot.reverse()]);
    [top, foot] = [[], []];
  };
  first.points.forEach(([x, y], at) => {
    const other = second.points[at]?.[1] ?? NaN;
    if (y >= other) {
      top.push([x, y]);
      foot.push([x, other]);
    } else close();
  });
  close();
  return pieces;
}
