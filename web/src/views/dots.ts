/** `dots`: one line a name, one dot a row; zero is where the answer turns. */
import type { Answer, ViewSpec } from "../api/types";
import { column, has, numbers, tableOf, texts, word } from "./columns/table";
import { unitOf } from "./columns/text";
import { axis, ends, type Axis } from "./draw/axis";

/** Per cent of the width that the strip of rows without a value takes. */
export const STRIP = 9;

export interface Dot {
  value: number;
  mark: string;
  target: string;
  loud: boolean;
}
export interface Line {
  name: string;
  dots: Dot[];
}

/** The names of all answers, so that they stand on the same lines. */
export function names(group: Answer[], view: ViewSpec): string[] {
  return [...new Set(group.flatMap((answer) => texts(tableOf(answer, view), word(view, "y"))))];
}

export function scale(group: Answer[], view: ViewSpec): Axis {
  const all = group.flatMap((answer) => {
    const table = tableOf(answer, view);
    return numbers(table, word(view, "x"), unitOf(column(table, word(view, "x"))).factor);
  });
  const [low, high] = ends(all, 0.06, view.zero ? [0] : []);
  return axis(low, high, 5, STRIP);
}

/** Which rows stand out: what the view says, else the name that an option picks, else the first one. */
export function emphasis(answer: Answer, view: ViewSpec, key = "target"): Record<string, string> {
  if (view.emphasis && typeof view.emphasis === "object") return view.emphasis as Record<string, string>;
  const table = tableOf(answer, view);
  if (!has(table, key)) return {};
  const known = texts(table, key);
  const picked = Object.values(answer.options).map(String).find((one) => known.includes(one)) ?? known[0];
  return picked === undefined ? {} : { [key]: picked };
}

/** Lines in the order of `order`, loud dots last, so that they lie on top. */
export function lines(answer: Answer, view: ViewSpec, order: string[]): Line[] {
  const table = tableOf(answer, view);
  const x = word(view, "x");
  const found = new Map(order.map((name): [string, Dot[]] => [name, []]));
  const loud = Object.entries(emphasis(answer, view)).map(([key, value]) => [texts(table, key), value] as const);
  const at = numbers(table, x, unitOf(column(table, x)).factor);
  const marks = texts(table, word(view, "mark") || "outcome");
  const targets = texts(table, "target");
  texts(table, word(view, "y")).forEach((name, row) => {
    const here = loud.every(([cells, value]) => cells[row] === value);
    found.get(name)?.push({ value: at[row]!, mark: marks[row]!, target: targets[row]!, loud: here });
  });
  return [...found].map(([name, dots]) => ({ name, dots: dots.sort((a, b) => Number(a.loud) - Number(b.loud)) }));
}

/** Quiet dots of a line as one path a mark: there are many of them. */
export function quiet(line: Line, place: (value: number) => number, shape: (mark: string, x: number) => string): [string, string][] {
  const found = new Map<string, string>();
  for (const dot of line.dots)
    if (!dot.loud) found.set(dot.mark, (found.get(dot.mark) ?? "") + shape(dot.mark, place(dot.value)));
  return [...found];
}
