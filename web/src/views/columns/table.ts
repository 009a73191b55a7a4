/**
 * Reading tables of answers; nothing is computed here.
 *
 * Words of a table stand in English, and in another language beside it: in a table of the same name with `_ru` at its
 * end, or in such a column. What is read here is that of the language of the page, where there is one.
 */
import type { Answer, Column, Columnar, Value, ViewSpec } from "../../api/types";
import { app } from "../../state/app.svelte";

const EMPTY: Columnar = { length: 0, columns: [] };
/** Tables that a kind of view draws unless the view names one. */
const OWN: Record<string, string> = { "map.cells": "cells", "map.rings": "rings" };

export const tableName = (view: ViewSpec): string => view.table || OWN[view.kind] || "rows";

export function table(answer: Answer, name = "rows"): Columnar {
  const told = answer.tables[inTongue(name)];
  if (told?.data) return told;
  return (name === "rows" ? answer.rows : answer.tables[name]) ?? EMPTY;
}
const inTongue = (name: string): string => `${name}_${app.shown.lang}`;
const TONGUE = /_(en|ru)$/;
/** Whether a column says in some language what another of its table says. */
const isTold = (of: Columnar, one: Column): boolean => TONGUE.test(one.name) && has(of, one.name.replace(TONGUE, ""));
export const tableOf = (answer: Answer, view: ViewSpec): Columnar => table(answer, tableName(view));

/** Whether an answer has rows for a view; one that is not answerable has none. */
export function drawable(answer: Answer, view: ViewSpec): boolean {
  const found = tableOf(answer, view);
  return found.length > 0 && found.data !== undefined;
}

export function column(of: Columnar, name: string): Column {
  const told = of.columns.find((one) => one.name === inTongue(name));
  const known = of.columns.find((one) => one.name === name) ?? { name };
  return told ? { ...told, name } : known;
}
export const has = (of: Columnar, name: string): boolean => of.columns.some((one) => one.name === name);

export function values(of: Columnar, name: string): Value[] {
  const plain = of.data?.[name] ?? Array.from({ length: of.length }, () => null);
  const told = of.data?.[inTongue(name)];
  return told ? plain.map((one, at) => told[at] || one) : plain;
}
/** A column as numbers in the unit shown; what is none is NaN. */
export function numbers(of: Columnar, name: string, factor = 1): number[] {
  return values(of, name).map((one) => (typeof one === "number" ? one * factor : NaN));
}
export const texts = (of: Columnar, name: string): string[] => values(of, name).map((one) => String(one ?? ""));

export type Row = Record<string, Value>;
export function records(of: Columnar): Row[] {
  const data = of.columns.map((one) => [one.name, values(of, one.name)] as const);
  return Array.from({ length: of.length }, (_, at) =>
    Object.fromEntries(data.map(([name, cells]) => [name, cells[at] ?? null])),
  );
}

/** Records with the title of each source in place of its identifier. */
export function titled(rows: Row[], answer: Pick<Answer, "citations">): Row[] {
  if (!rows.some((row) => typeof row["source"] === "string")) return rows;
  const titles = new Map(answer.citations.map((one) => [one.id, one.title || one.id]));
  return rows.map((row) => ({ ...row, source: titles.get(String(row["source"])) ?? row["source"] ?? null }));
}

/** Columns that a view names, in its order, or all; a name that the table lacks is passed over. */
export function chosen(of: Columnar, names: string[] | undefined): Column[] {
  const known = of.columns.filter((one) => !isTold(of, one)).map((one) => column(of, one.name));
  if (!names?.length) return known;
  return names.flatMap((name) => known.find((one) => one.name === name) ?? []);
}

/** A key of a view as one word, or as a list of words. */
export const word = (view: ViewSpec, key: string): string => (typeof view[key] === "string" ? view[key] : "");
export function wordsOf(view: ViewSpec, key: string): string[] {
  const found = view[key];
  if (typeof found === "string") return [found];
  return Array.isArray(found) ? found.map(String) : [];
}

/** All values of the column that a view names under `key`, over the whole group, in their order. */
export function marksOf(group: Answer[], view: ViewSpec, key: string): string[] {
  const name = word(view, key);
  if (!name) return [];
  return [...new Set(group.flatMap((answer) => texts(tableOf(answer, view), name)))].sort();
}

/** The column that a view names under `key`. */
export const columnOf = (answer: Answer, view: ViewSpec, key: string): Column => column(tableOf(answer, view), word(view, key));
