import { describe, expect, it } from "vitest";
import { frame } from "../../src/globe/frame";
import { visible } from "../../src/globe/horizon";
import { dark } from "../../src/globe/ink";
import { named, type Seen } from "../../src/globe/room";
import { EMPTY, type Role, type Scene } from "../../src/map/scene";
import { cell, flight } from "./fixture";

const WIDE = Math.PI / 3;
const KM = 1000;

describe("from where the globe is looked at", () => {
  const land = (lat: number, lon: number): Scene => ({ ...EMPTY, cells: [cell(lat, lon, "once"), cell(lat + 10, lon + 10, "once")] });
  it("has nothing to look at in an empty scene", () => {
    expect(frame(EMPTY, WIDE, WIDE)).toBeUndefined();
  });
  it("looks straight down at the middle of land, across the 180th meridian too", () => {
    const found = frame(land(0, 175), WIDE, WIDE)!;
    expect(Math.abs(found.lon)).toBeCloseTo(180, 0);
    expect(found.pitch).toBe(-90);
  });
  it("stands farther off for more, and for a narrower picture, but never much beyond the whole globe", () => {
    const near = frame(land(45, 10), WIDE, WIDE)!.range;
    expect(frame(land(45, 10), WIDE / 2, WIDE)!.range).toBeGreaterThan(near);
    const far = frame({ ...EMPTY, tracks: [flight()] }, WIDE, WIDE)!.range;
    expect(far).toBeGreaterThan(near);
    expect(far).toBeLessThan(12_000 * KM);
  });
  it("looks at one region, and slantwise at low arcs", () => {
    const cells = [{ ...cell(50, 10, "once"), region: "europe" }, { ...cell(40, -100, "once"), region: "us" }]; // prettier-ignore
    expect(frame({ ...EMPTY, cells }, WIDE, WIDE)!.lon).toBeCloseTo(10, 6);
    expect(frame({ ...EMPTY, cells }, WIDE, WIDE, "us")!.lon).toBeCloseTo(-100, 6);
    const arc = flight({ points: [[0, 50, 10, 0], [60, 51, 12, 200], [99, 52, 14, 0]] }); // prettier-ignore
    expect(frame({ ...EMPTY, tracks: [arc] }, WIDE, WIDE)!.pitch).toBeGreaterThan(-90);
  });
});

describe("what the Earth hides", () => {
  const eye = { x: 20_000 * KM, y: 0, z: 0 };
  it("is behind it, unless high enough above", () => {
    expect(visible({ x: 6371 * KM, y: 0, z: 0 }, eye)).toBe(true);
    expect(visible({ x: -6371 * KM, y: 0, z: 0 }, eye)).toBe(false);
    expect(visible({ x: -100 * KM, y: 6371 * KM, z: 0 }, eye)).toBe(false);
    expect(visible({ x: -100 * KM, y: 8371 * KM, z: 0 }, eye)).toBe(true);
  });
});

describe("names beside places", () => {
  const place = (label: string, role: Role, x: number, y: number): Seen => ({
    spot: { id: label, label, role, lat: 0, lon: 0, altitudeKm: 0 },
    ...{ x, y },
  });
  const wide = (text: string) => 8 * text.length;
  it("moves a name aside before leaving it out, the less important first", () => {
    const found = named([place("target", "target", 100, 100), place("site", "site", 96, 103)], 400, 300, wide);
    expect(found.map((one) => [one.spot.label, Math.sign(one.dx)])).toEqual([
      ["site", -1],
      ["target", 1],
    ]);
    const crowd = Array.from({ length: 30 }, (_, at) => place(`place ${at}`, "place", 100 + (at % 6), 100 + (at % 5)));
    expect(named([...crowd, place("site", "site", 100, 103)], 400, 300, wide)[0]!.spot.label).toBe("site");
    expect(named(crowd, 400, 300, wide).length).toBeLessThan(8);
  });
  it("goes aslant for a place that stands out among others", () => {
    const around = [[-12, 0], [12, 0], [0, -12], [0, 12]].map(([x, y], at) => place(`${at}`, "place", 100 + x!, 100 + y!)); // prettier-ignore
    const capital = place("capital", "target", 100, 100);
    const has = (one: Seen) => named([one, ...around], 400, 300, wide).some((name) => name.spot.label === "capital");
    expect(has(capital)).toBe(false);
    expect(has({ ...capital, spot: { ...capital.spot, emphasis: true } })).toBe(true);
  });
  it("keeps within the picture, writes a name once, and none at a meeting", () => {
    expect(named([place("edge", "site", 395, 100)], 400, 300, wide)[0]!.dx).toBeLessThan(0);
    expect(named([place("a name far too long for this", "radar", 50, 50)], 400, 300, wide)).toEqual([]);
    expect(named([place("x", "site", 50, 50), place("x", "site", 200, 200)], 400, 300, wide)).toHaveLength(1);
    expect(named([place("m", "meeting", 50, 50)], 400, 300, wide)).toEqual([]);
  });
});

it("tells dark paper from light", () => {
  expect([dark("#171c21"), dark("#ffffff"), dark("nonsense")]).toEqual([true, false, false]);
});
