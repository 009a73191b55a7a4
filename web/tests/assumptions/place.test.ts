import { describe, expect, it } from "vitest";
import type { Mark, Slider } from "../../src/api/types";
import { plainly } from "../../src/state/address";
import { app } from "../../src/state/app.svelte";
import { begun, differ, inUnit, moved, readValue, rows, share, stepped, unsaid, valueAt, written } from "../../src/assumptions/place";

const mark = (party: string, value: number, low = value, high = value) => ({ party, value, low, high }) as Mark;
const SPEED = {
  parameter: "interceptors.gbi-2.burnout_speed",
  type: "number",
  unit: "km/s",
  low: 5,
  high: 10,
  step: 0.05,
  scale: "linear",
  marks: [mark("independent", 8, 7.7, 8.3), mark("russia", 8, 7.7, 8.3), mark("us", 6.3, 6, 6.5)],
} as unknown as Slider;
const SIZE = { ...SPEED, unit: "m2", low: 0.01, high: 1, step: 0.01, scale: "log" } as Slider;
const YEAR = { ...SPEED, unit: "year", low: 2005, high: 2035, step: 0.5 } as Slider;

describe("a slider", () => {
  it("keeps a claim's number exactly, though it stands between two steps", () => {
    expect(written(SPEED, 7.73)).toBe("7.73 km/s");
    expect(readValue(SPEED, "7.73 km/s")).toBe(7.73);
    expect(written(YEAR, 2021.5)).toBe("2021.5");
    expect(readValue(YEAR, "2021.5")).toBe(2021.5);
  });

  it("does not read what is written in another unit, or is no number", () => {
    for (const text of ["6300 m/s", "fast", "", "6.3", "6.3 km/s or so", undefined]) expect(readValue(SPEED, text)).toBeUndefined();
    expect(readValue(SPEED, "6.30 km/s")).toBe(6.3);
    expect(readValue(YEAR, "2021 s")).toBeUndefined();
  });

  it("rounds to steps without the dust of binary fractions, and stays on the track", () => {
    expect(stepped(SPEED, 6.324)).toBe(6.3);
    expect(stepped(SPEED, 6.33)).toBe(6.35);
    expect(stepped(SPEED, 12)).toBe(10);
    expect(valueAt(SPEED, -3)).toBe(5);
  });

  it("tells what no side has said from what all agree on", () => {
    const held = (...how: string[]) => how.map((one) => ({ how: one, value: 0 }) as Mark);
    expect(unsaid(held("common", "common"))).toBe(true);
    expect(unsaid(held("common", "own"))).toBe(false);
    expect(unsaid(held("adopted", "adopted"))).toBe(false);
    expect(unsaid([])).toBe(false);
  });

  it("moves from a claim between two steps to the next step on that side", () => {
    expect(moved(SPEED, 6.31, 1)).toBe(6.35);
    expect(moved(SPEED, 6.31, -1)).toBe(6.3);
    expect(moved(SPEED, 6.3, 1)).toBe(6.35);
    expect(moved(SPEED, 6.3, -10)).toBe(5.8);
  });

  it("is logarithmic where claims lie far apart", () => {
    expect(share(SIZE, 0.1)).toBeCloseTo(0.5);
    expect(valueAt(SIZE, -1)).toBe(0.1);
    expect(moved(SIZE, 0.1, 1)).toBe(0.11);
    expect(moved(SIZE, 0.01, -1)).toBe(0.01);
  });

  it("begins at a claim that somebody holds, never between two", () => {
    expect(begun(SPEED, 1)).toBe(6.3);
    expect(begun(SPEED, -10)).toBe(8);
    expect(begun({ ...SPEED, marks: [] }, 1)).toBe(7.5);
  });

  it("takes what answers have in SI in its own unit, whatever is switched to", () => {
    for (const units of ["km", "mi"] as const) {
      app.shown = { ...plainly(), units };
      expect(inUnit(5000, "m/s", SPEED)).toBe(5);
      expect(inUnit(250, "s", { unit: "s" })).toBe(250);
    }
    app.shown = plainly();
  });

  it("stacks equal claims and those whose intervals overlap, so that none hides another", () => {
    expect(rows(SPEED, SPEED.marks, 0.1)).toEqual([0, 1, 0]);
    expect(rows(SPEED, [mark("a", 6), mark("b", 6.2), mark("c", 9)], 0.1)).toEqual([0, 1, 0]);
    expect(rows(SPEED, [mark("a", 6, 5, 9), mark("b", 8)], 0.1)).toEqual([0, 1]);
  });

  it("knows whether anybody differs", () => {
    expect(differ(SPEED.marks)).toBe(true);
    expect(differ(SPEED.marks.slice(0, 2))).toBe(false);
  });
});
