import { afterEach, describe, expect, it } from "vitest";
import type { Answer, Columnar, ViewSpec } from "../../src/api/types";
import { beside } from "../../src/views/columns/beside";
import { next, sorted } from "../../src/views/columns/sorting";
import { chosen, drawable, marksOf, numbers, records, tableName, tableOf, texts, titled } from "../../src/views/columns/table";
import { plainly } from "../../src/state/address";
import { app } from "../../src/state/app.svelte";
import { answerOf, tableMade } from "./made";

afterEach(() => (app.shown = plainly()));

describe("tables of answers", () => {
  const table = tableMade({ base: ["a", "b"], margin_s: [5, null] }, { margin_s: "s" });

  it("gives numbers in the unit shown, and none where there is none", () => {
    expect(numbers(table, "margin_s", 2)).toEqual([10, NaN]);
    expect(numbers(table, "no such column")).toEqual([NaN, NaN]);
  });

  it("gives rows with every column, in the order of the table", () => {
    expect(records(table)).toEqual([
      { base: "a", margin_s: 5 },
      { base: "b", margin_s: null },
    ]);
  });

  it("shows the title of a source in place of its identifier", () => {
    const cites = { citations: [{ id: "who-1997", title: "A joint statement" }, { id: "bare" }] };
    const rows = records(tableMade({ source: ["who-1997", "bare", "lost", null], said: ["who-1997", "", "", ""] }));
    expect(titled(rows, cites).map((row) => row["source"])).toEqual(["A joint statement", "bare", "lost", null]);
    expect(titled(rows, cites)[0]!["said"]).toBe("who-1997");
    expect(titled([{ base: "a" }], cites)).toEqual([{ base: "a" }]);
  });

  it("passes over columns that it lacks, and keeps the order of the view", () => {
    expect(chosen(table, ["margin_s", "lost", "base"]).map((one) => one.name)).toEqual(["margin_s", "base"]);
  });

  it("is read in the language of the page, where it says it in that language", () => {
    const rows = tableMade({ says: ["yes", "no"], says_ru: ["да", ""], margin_s: [1, 2] });
    const answer = answerOf({ tables: { verdicts: tableMade({ us: ["holds"] }), verdicts_ru: tableMade({ us: ["верно"] }) } });
    const view: ViewSpec = { kind: "table", table: "verdicts" };
    expect(texts(rows, "says")).toEqual(["yes", "no"]);
    expect(chosen(rows, undefined).map((one) => one.name)).toEqual(["says", "margin_s"]);
    expect(texts(tableOf(answer, view), "us")).toEqual(["holds"]);
    app.shown = plainly("ru");
    expect(texts(rows, "says")).toEqual(["да", "no"]);
    expect(records(rows)[0]!["says"]).toBe("да");
    expect(chosen(rows, undefined).map((one) => one.name)).toEqual(["says", "margin_s"]);
    expect(texts(tableOf(answer, view), "us")).toEqual(["верно"]);
  });

  it("stays English where the other language did not come", () => {
    app.shown = plainly("ru");
    const bare: Columnar = { length: 1, columns: [{ name: "us" }] };
    const answer = answerOf({ tables: { verdicts: tableMade({ us: ["holds"] }), verdicts_ru: bare } });
    expect(texts(tableOf(answer, { kind: "table", table: "verdicts" }), "us")).toEqual(["holds"]);
  });

  it("draws nothing of a table that did not come or is empty", () => {
    const view: ViewSpec = { kind: "dots", table: "bases" };
    const without: Columnar = { length: 3, columns: [{ name: "base" }] };
    expect(drawable(answerOf({ tables: { bases: without } }), view)).toBe(false);
    expect(drawable(answerOf({ tables: { bases: tableMade({ base: [] }) } }), view)).toBe(false);
    expect(drawable(answerOf({ tables: { bases: table } }), view)).toBe(true);
  });

  it("knows which table a kind draws unless the view says", () => {
    expect(tableName({ kind: "map.cells" })).toBe("cells");
    expect(tableName({ kind: "map.cells", table: "other" })).toBe("other");
    expect(tableName({ kind: "anything new" })).toBe("rows");
  });

  it("marks alike for the whole group", () => {
    const view = { kind: "dots", mark: "outcome" };
    const group = [["met", "late"], ["never"]].map((outcome) => answerOf({ rows: tableMade({ outcome }) }));
    expect(marksOf(group, view, "mark")).toEqual(["late", "met", "never"]);
  });
});

describe("the order of rows", () => {
  const rows = [{ x: 2 }, { x: null }, { x: 10 }, { x: 1 }];
  it("goes up, down, and back to the answer's own", () => {
    const up = next(undefined, "x");
    const down = next(up, "x");
    expect([up, down, next(down, "x")]).toEqual([{ column: "x", down: false }, { column: "x", down: true }, undefined]);
    expect(next(down, "y")).toEqual({ column: "y", down: false });
  });
  it("puts numbers by size and what is absent last, whichever way", () => {
    expect(sorted(rows, { column: "x", down: false }).map((row) => row.x)).toEqual([1, 2, 10, null]);
    expect(sorted(rows, { column: "x", down: true }).map((row) => row.x)).toEqual([10, 2, 1, null]);
    expect(sorted(rows, undefined)).toBe(rows);
  });
});

describe("positions beside each other", () => {
  const view: ViewSpec = { kind: "table", dot: "margin_s", columns: ["base", "margin_s"] };
  const of = (base: string[], margin_s: (number | null)[]): Answer =>
    answerOf({ rows: tableMade({ base, margin_s }, { margin_s: "s" }) });

  it("has a row for each name of any of them, and one scale with zero on it", () => {
    const made = beside([of(["a", "b"], [100, null]), of(["b", "c"], [300, 200])], view)!;
    expect(made.rows.map((row) => row.name)).toEqual(["a", "b", "c"]);
    expect([made.low, made.high]).toEqual([0, 300]);
    expect(made.rows[1]!.of.map((row) => row?.margin_s)).toEqual([null, 300]);
    expect(made.rows[0]!.of[1]).toBeUndefined();
  });
  it("is nothing where no position has rows", () => {
    expect(beside([of([], [])], view)).toBeUndefined();
  });
});
