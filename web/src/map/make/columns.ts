/** Reads tables by column; what is not there is empty, never a failure. */
import type { Answer, Columnar, Value } from "../../api/types";

export type Table = Columnar & { data: Record<string, Value[]> };

/** The table of that name (`rows` too), if it came with its data. */
export function table(answer: Answer, name: string): Table | undefined {
  const found = name === "rows" ? answer.rows : answer.tables[name];
  return found?.data ? (found as Table) : undefined;
}
export const has = (of: Table | undefined, ...names: string[]): of is Table =>
  of !== undefined && names.every((name) => name in of.data);

export const text = (of: Table, name: string, row: number): string => String(of.data[name]?.[row] ?? "");

/** A number, or NaN where there is none. */
export function number(of: Table, name: string, row: number): number {
  const value = of.data[name]?.[row];
  return typeof value === "number" ? value : value === true ? 1 : value === false ? 0 : NaN;
}
export function* rowsOf(of: Table): Generator<number> {
  for (let row = 0; row < of.length; row++) yield row;
}
