/** One table for all positions: a row a name, for each position the same columns. */
import type { Answer, Column, ViewSpec } from "../../api/types";
import { chosen, drawable, records, tableOf, word, wordsOf, type Row } from "./table";

export interface Beside {
  key: Column;
  columns: Column[];
  dot: string;
  /** Least and greatest of the dots of the whole group, zero among them. */
  low: number;
  high: number;
  rows: { name: string; of: (Row | undefined)[] }[];
}

export function beside(group: Answer[], view: ViewSpec): Beside | undefined {
  const first = group.find((answer) => drawable(answer, view));
  if (!first) return undefined;
  const [key, ...columns] = chosen(tableOf(first, view), wordsOf(view, "columns"));
  if (!key) return undefined;
  const dot = word(view, "dot");
  const found = group.map(
    (answer) => new Map(records(tableOf(answer, view)).map((row) => [String(row[key.name]), row])),
  );
  const names = [...new Set(found.flatMap((of) => [...of.keys()]))];
  let [low, high] = [0, 0];
  for (const of of found)
    for (const row of of.values()) {
      const value = row[dot];
      if (typeof value !== "number") continue;
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  if (low === high) [low, high] = [low - 1, high + 1];
  return { key, columns, dot, low, high, rows: names.map((name) => ({ name, of: found.map((of) => of.get(name)) })) };
}
