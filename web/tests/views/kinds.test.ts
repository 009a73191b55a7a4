import { describe, expect, it } from "vitest";
import type { ViewSpec } from "../../src/api/types";
import { app } from "../../src/state/app.svelte";
import * as bars from "../../src/views/bars";
import * as curve from "../../src/views/curve";
import * as dots from "../../src/views/dots";
import { resting } from "../../src/views/resting";
import * as scatter from "../../src/views/scatter";
import * as spans from "../../src/views/spans";
import { answerOf, tableMade } from "./made";

describe("dots", () => {
  const view: ViewSpec = { kind: "dots", x: "margin_s", y: "base", mark: "outcome", zero: true };
  const rows = tableMade(
    { base: ["a", "a", "b"], target: ["x", "y", "x"], margin_s: [10, null, -20], outcome: ["met", "never", "late"] },
    { margin_s: "s" },
  );
  it("puts a row on the line of its name, those of the picked city loud and on top", () => {
    const found = dots.lines(answerOf({ rows, options: { capital: "x" } }), view, ["b", "a"]);
    expect(found.map((line) => line.name)).toEqual(["b", "a"]);
    expect(found[1]!.dots.map((dot) => [dot.target, dot.loud])).toEqual([
      ["y", false],
      ["x", true],
    ]);
    expect(found[1]!.dots[0]!.value).toBeNaN();
  });
  it("draws the quiet dots of a line as one path a mark", () => {
    const [line] = dots.lines(answerOf({ rows, options: { capital: "none of them" } }), { ...view, emphasis: { target: "y" } }, ["a"]);
    const drawn = dots.quiet(line!, (value) => (Number.isFinite(value) ? value : -1), (mark, x) => `${mark}@${x} `);
    expect(drawn).toEqual([["met", "met@10 "]]);
  });
  it("has one scale for the group, with zero on it", () => {
    const far = answerOf({ rows: tableMade({ base: ["c"], margin_s: [500] }, { margin_s: "s" }) });
    const axis = dots.scale([answerOf({ rows }), far], view);
    expect(axis.low).toBeLessThan(-20);
    expect(axis.high).toBeGreaterThan(500);
    expect(dots.names([answerOf({ rows }), far], view)).toEqual(["a", "b", "c"]);
  });
});

describe("bars", () => {
  const view: ViewSpec = { kind: "bars", x: ["one", "two"], y: "name", weight: "heavy" };
  const rows = tableMade({ name: ["a", "b", "c"], one: [0.1, 0.9, 1], two: [0, 0.5, 1], heavy: [1, 5, 0] }, { one: "1", two: "1" });
  it("come heaviest first, without those that weigh nothing, in per cent", () => {
    const { kept, left } = bars.ranked([answerOf({ rows })], view);
    expect([kept, left]).toEqual([[["", "b"], ["", "a"]], 0]);
    expect(bars.bars(answerOf({ rows }), view, kept).map((bar) => bar.lengths)).toEqual([
      [90, 50],
      [10, 0],
    ]);
    expect(bars.scale([answerOf({ rows })], view)).toMatchObject({ low: 0, high: 100 });
  });
  it("say how many they leave out", () => {
    const many = tableMade({ name: Array.from({ length: 30 }, (_, i) => `n${i}`) });
    expect(bars.ranked([answerOf({ rows: many })], { kind: "bars", y: "name", x: "one" }).left).toBe(30 - bars.MOST);
  });
  it("go below zero where a share does, block by block", () => {
    const shares = tableMade({ pair: ["p", "q", "p"], dispute: ["d", "d", "e"], share: [-0.5, 0.2, 0.1] }, { share: "1" });
    const answer = answerOf({ tables: { shares } });
    const of: ViewSpec = { kind: "bars", table: "shares", x: "share", y: "dispute", by: "pair" };
    expect(bars.ranked([answer], of).kept).toEqual([["p", "d"], ["p", "e"], ["q", "d"]]);
    expect(bars.scale([answer], of).low).toBeCloseTo(-52.5);
  });
});

describe("spans", () => {
  const rows = tableMade(
    { who: ["a", "b", "a"], region: ["eu", "us", "eu"], from_year: [2010, null, 2012], to_year: [2015, 2020, null], event_year: [2009, 2009, null] },
    { from_year: "year", to_year: "year", event_year: "year" },
  );
  const view: ViewSpec = { kind: "spans", low: "from_year", high: "to_year", y: "who", by: "region", at: "event_year" };
  it("lie on the line of their name, an open end is none", () => {
    const found = spans.lines(answerOf({ rows }), view);
    expect(found.map((line) => [line.block, line.name, line.spans.length])).toEqual([["eu", "a", 2], ["us", "b", 1]]);
    expect(found[1]!.spans[0]!.low).toBeNaN();
  });
  it("have upright lines from a column, each value once, or from numbers with words", () => {
    expect(spans.uprights(answerOf({ rows }), view).map((one) => one.value)).toEqual([2009]);
    expect(spans.uprights(answerOf({ rows }), { ...view, at: [{ value: 5, says: "x" }, 7] })).toEqual([
      { value: 5, says: "x" },
      { value: 7, says: "" },
    ]);
  });
});

describe("a scatter", () => {
  const view: ViewSpec = { kind: "scatter", x: "reach", y: "cover", front: "front", label: "design", better: { x: "down", y: "up" } };
  const rows = tableMade(
    { reach: [0.1, 0.5, null, 0.3], cover: [0.2, 0.9, 1, 0.6], front: [true, true, true, false], design: ["a", "b", "c", "d"] },
    { reach: "1", cover: "1" },
  );
  const points = scatter.points(answerOf({ rows }), view);
  it("leaves out what lacks a number, and stands between none and all", () => {
    expect(points.map((one) => one.label)).toEqual(["a", "b", "d"]);
    expect(scatter.limits([answerOf({ rows })], view, "x")).toEqual([-4, 104]);
  });
  it("joins the front by steps that never promise more than can be had", () => {
    expect(scatter.steps(points, view)).toEqual([[10, 20], [50, 20], [50, 90]]);
  });
  it("names the front alone, those at one spot together", () => {
    const twice = [...points, { ...points[0]!, label: "a2" }];
    expect(scatter.labelled(twice).map((one) => one.labels)).toEqual([["a", "a2"], ["b"]]);
  });
  it("writes no label over another", () => {
    const there = Array.from({ length: 9 }, (_, i) => ({ x: 100, y: 100 + i, text: "a name" }));
    const boxes = scatter.fitted(there, 400);
    expect(boxes.length).toBeGreaterThan(1);
    expect(boxes.length).toBeLessThan(9);
  });
});

describe("a curve", () => {
  const of = tableMade(
    { position: ["us", "us", "russia", "us"], speed: [3000, 1000, 1000, 2000], a: [1, 3, 2, null], b: [0, 5, 2, 1] },
    { speed: "m/s", a: "s", b: "s" },
  );
  const marks = tableMade({ position: ["us"], speed: [2000], low: [1500], high: [null], shown: ["2 km/s"] }, { speed: "m/s" });
  const answer = answerOf({ rows: of, tables: { marks } });
  const view: ViewSpec = { kind: "curve", x: "speed", by: "position" };
  it("goes along x for each position, in the unit shown, with what it claims", () => {
    const [us, russia] = curve.groups(answer, view);
    expect(us!.lines[0]!.points).toEqual([[1, 3], [2, NaN], [3, 1]]);
    expect(us!.marks[0]).toMatchObject({ at: 2, low: 1.5, high: NaN, shown: "2 km/s" });
    expect([russia!.name, russia!.marks]).toEqual(["russia", []]);
  });
  it("says a claim in the language of the page", () => {
    const said = (row: Record<string, string[]>) => {
      const tables = { marks: tableMade({ position: ["us"], speed: [2500], ...row }, { speed: "m/s" }) };
      return curve.groups(answerOf({ rows: of, tables }), view)[0]!.marks[0]!.shown;
    };
    app.shown = { ...app.shown, lang: "ru" };
    expect(said({ shown: ["a handful: 5"], shown_ru: ["горстка: 5"] })).toBe("горстка: 5");
    expect(said({ shown: ["2.5 km/s"] })).toBe("2,5\u202fкм/с");
    app.shown = { ...app.shown, lang: "en" };
    expect(said({ shown: ["a handful: 5"], shown_ru: ["горстка: 5"] })).toBe("a handful: 5");
  });
  it("draws a gap where there is no value, and reads off no value in between", () => {
    const [us] = curve.groups(answer, view);
    const same = (value: number) => value;
    expect(curve.path(us!.lines[0]!.points, same, same)).toBe("M1.0 3.0M3.0 1.0");
    expect(curve.nearest(us!.lines[0]!, 2.1)).toBeUndefined();
    expect(curve.nearest(us!.lines[0]!, 2.9)).toEqual([3, 1]);
  });
  it("shades where the first line is above the second", () => {
    const line = (...ys: number[]) => ({ column: "c", points: ys.map((y, x): [number, number] => [x, y]) });
    expect(curve.above(line(2, 2, 0, 3), line(1, 1, 1, 1))).toEqual([[[0, 2], [1, 2], [1, 1], [0, 1]]]);
  });
  it("has a panel for each column with a unit unless the view says", () => {
    expect(curve.panels(view, of).map((one) => one.lines)).toEqual([["a"], ["b"]]);
    expect(curve.panels({ ...view, panels: [{ lines: ["a", "b"], fill: true }] }, of)[0]).toMatchObject({ lines: ["a", "b"], fill: true });
  });
});

describe("what answers rest on", () => {
  const held = (parameter: string, shown: string) => ({ parameter, shown, value: null }) as never;
  it("has those that differ first, and a gap where a position holds none", () => {
    const rows = resting([
      answerOf({ assumptions: [held("b", "1"), held("a", "1"), held("c", "1")] }),
      answerOf({ assumptions: [held("b", "1"), held("a", "2")] }),
    ]);
    expect(rows.map((row) => [row.parameter, row.differs])).toEqual([["a", true], ["c", true], ["b", false]]);
    expect(rows[1]!.cells[1]).toBeUndefined();
  });
});
