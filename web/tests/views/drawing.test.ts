import { describe, expect, it } from "vitest";
import type { Look } from "../../src/api/types";
import { axis, ends, spread } from "../../src/views/draw/axis";
import { dashed, inked, outline } from "../../src/views/draw/marker";
import { named, numbered, outcome, quantity, series } from "../../src/views/draw/styles";

const style = (color: string, marker: string) => ({ color, marker, dash: null, filled: true, says: {} });
const LOOK: Look = {
  outcomes: { met: style("#0072b2", "o"), too_late: style("#d55e00", "X") },
  verdicts: { holds: style("#0072b2", "o"), fails: style("#d55e00", "X") },
  cells: {},
  sentences: {},
  other: style("#8a8f94", "*"),
  bars: [],
  signs: {},
  quantities: [style("#444444", "p"), style("#555555", "X")],
  series: [style("#111111", "o"), style("#222222", "s"), style("#333333", "^")],
};

describe("ends of a scale", () => {
  it("lets nothing that is no number in", () => {
    expect(ends([NaN, 2, Infinity, 4], 0)).toEqual([2, 4]);
  });
  it("is one wide where there is nothing to show", () => {
    expect(ends([])).toEqual([0, 1]);
    expect(ends([NaN])).toEqual([0, 1]);
  });
  it("takes in zero where the answer turns there", () => {
    expect(ends([10, 20], 0, [0])).toEqual([0, 20]);
  });
  it("is never empty", () => {
    const [low, high] = ends([5, 5]);
    expect(low).toBeLessThan(5);
    expect(high).toBeGreaterThan(5);
  });
});

describe("an axis", () => {
  it("leaves room at the left", () => {
    const made = axis(0, 10, 5, 20);
    expect([made.at(0), made.at(5), made.at(10)]).toEqual([20, 60, 100]);
  });
  it("has whole years as ticks", () => {
    for (const { value } of axis(2009.2, 2012.4, 9, 0, true).ticks) expect(Number.isInteger(value)).toBe(true);
  });
});

describe("labels beside a line's end", () => {
  it("stand apart, near where they belong, in their order, within the ends", () => {
    const placed = spread([50, 51, 10], 20, 0, 100);
    const order = [...placed].sort((a, b) => a - b);
    expect(order[1]! - order[0]!).toBeGreaterThanOrEqual(20 - 1e-9);
    expect(order[2]! - order[1]!).toBeGreaterThanOrEqual(20 - 1e-9);
    expect(placed[2]).toBeLessThan(placed[0]!);
    expect(placed[0]).toBeLessThan(placed[1]!);
    expect(spread([99, 99, 99], 20, 0, 100)).toEqual([60, 80, 100]);
  });
});

describe("looks", () => {
  it("are an outcome's own where all are outcomes, else of a quantity, no position's; hollow past its end", () => {
    expect(named(LOOK, ["met", "too_late"]).too_late!.marker).toBe("X");
    expect(named(LOOK, ["holds", "fails"]).fails!.marker).toBe("X");
    expect(named(LOOK, ["met", "else"]).met!.color).toBe("#444444");
    expect(quantity(LOOK, 2).filled).toBe(false);
    expect([0, 3].map((one) => series(LOOK, one).filled)).toEqual([true, false]);
    expect(outcome(LOOK, "unheard of").marker).toBe("*");
  });
  it("stay with a party whatever is asked beside it", () => {
    const parties = ["independent", "russia", "us"];
    expect(numbered(["us"], parties)).toEqual({ us: 2 });
    expect(numbered(["us+speed-cap-5", "us", "russia"], parties)).toEqual({ "us+speed-cap-5": 2, us: 3, russia: 1 });
  });
});

describe("marks", () => {
  it("differ by shape, each closed about its middle", () => {
    const shapes = ["o", "s", "D", "^", "v", "X", "P", "*", "_"].map((one) => outline(one, 5));
    expect(new Set(shapes).size).toBe(shapes.length);
    for (const one of shapes) expect(one).toMatch(/^M.*Z$/);
  });
  it("are drawn in ink where they are black, so that they show on dark paper", () => {
    expect([inked("#000000"), inked("#0072b2")]).toEqual(["var(--ink)", "#0072b2"]);
    expect([dashed([5, 2], 2), dashed(null, 2)]).toEqual(["10 4", undefined]);
  });
});
