/** `bars`: shares by name, one bar a column, largest weight first. */
import type { Answer, ViewSpec } from "../api/types";
import { column, numbers, tableOf, texts, word, wordsOf } from "./columns/table";
import { unitOf } from "./columns/text";
import { axis, type Axis } from "./draw/axis";

/** So many names are drawn; the others stand in the table. */
export const MOST = 24;

export interface Bar {
  block: string;
  name: string;
  /** One number a column, in the unit shown. */
  lengths: number[];
}

/** Block and name of each row of a table. */
function keys(answer: Answer, view: ViewSpec): [string, string][] {
  const table = tableOf(answer, view);
  const blocks = word(view, "by") ? texts(table, word(view, "by")) : [];
  return texts(table, word(view, "y")).map((name, row) => [blocks[row] ?? "", name]);
}

/** The heaviest names of the whole group, each with its block, and how many are left out. */
export function ranked(group: Answer[], view: ViewSpec): { kept: [string, string][]; left: number } {
  const weights = new Map<string, { key: [string, string]; weight: number }>();
  for (const answer of group) {
    const heavy = word(view, "weight") ? numbers(tableOf(answer, view), word(view, "weight")) : [];
    keys(answer, view).forEach((key, row) => {
      const weight = word(view, "weight") ? heavy[row] || 0 : 1;
      const old = weights.get(key.join("\n"))?.weight ?? 0;
      weights.set(key.join("\n"), { key, weight: Math.max(old, weight) });
    });
  }
  const found = [...weights.values()].filter((one) => one.weight > 0);
  const blocks = [...new Set(found.map((one) => one.key[0]))];
  found.sort((a, b) => blocks.indexOf(a.key[0]) - blocks.indexOf(b.key[0]) || b.weight - a.weight);
  return { kept: found.slice(0, MOST).map((one) => one.key), left: Math.max(0, found.length - MOST) };
}

export function bars(answer: Answer, view: ViewSpec, kept: [string, string][]): Bar[] {
  const table = tableOf(answer, view);
  const at = new Map(keys(answer, view).map((key, row) => [key.join("\n"), row]));
  const columns = wordsOf(view, "x").map((name) => numbers(table, name, unitOf(column(table, name)).factor));
  return kept.map(([block, name]) => {
    const row = at.get([block, name].join("\n"));
    return { block, name, lengths: columns.map((cells) => (row === undefined ? NaN : cells[row]!)) };
  });
}

/** From zero to a hundred per cent, or to the longest; below zero where a bar goes there. */
export function scale(group: Answer[], view: ViewSpec): Axis {
  let [low, high] = [0, 0];
  let unit = "";
  for (const answer of group) {
    const table = tableOf(answer, view);
    for (const name of wordsOf(view, "x")) {
      const shown = unitOf(column(table, name));
      unit = shown.unit;
      for (const one of numbers(table, name, shown.factor)) {
        if (one < low) low = one;
        if (one > high) high = one;
      }
    }
  }
  if (low === 0 && unit === "%") return axis(0, 100, 4);
  return axis(low * 1.05, Math.max(high * 1.05, -low * 0.05) || 1, 4);
}
