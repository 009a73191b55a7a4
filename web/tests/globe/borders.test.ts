import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import type { Topology } from "topojson-specification";
import { borderlines } from "../../src/globe/borderlines";

const WORLD = new URL("../../../dossiers/common/borders/countries-110m.json", import.meta.url);

it("draws the borders of all countries as longitude, latitude, height", () => {
  const lines = borderlines(JSON.parse(readFileSync(WORLD, "utf8")) as Topology);
  expect(lines.length).toBeGreaterThan(200);
  const flat = lines.flat();
  expect(flat.length % 3).toBe(0);
  const span = (axis: number) => {
    const all = flat.filter((_, index) => index % 3 === axis);
    return [Math.min(...all), Math.max(...all)] as const;
  };
  expect(span(0)[0]).toBeGreaterThanOrEqual(-180);
  expect(span(0)[1]).toBeLessThanOrEqual(180.001);
  expect(span(1)[1]).toBeGreaterThan(80);
  expect(span(2)[0]).toBeGreaterThan(0);
});
it("has nothing to draw without a country", () => {
  expect(borderlines({ type: "Topology", objects: {}, arcs: [] })).toEqual([]);
});
