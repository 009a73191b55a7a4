import { describe, expect, it } from "vitest";
import { at, flown, part } from "../../src/globe/at";
import { flight } from "./fixture";

describe("where a flight is", () => {
  it("goes along the great circle, not along the parallel", () => {
    const [, lat, lon, km] = at(flight(), 50)!;
    // half-way from 60° N 0° E to 60° N 90° E: tan(lat) = tan 60° / cos 45°
    expect(lat).toBeCloseTo((Math.atan(Math.tan(Math.PI / 3) * Math.SQRT2) * 180) / Math.PI, 6);
    expect(lon).toBeCloseTo(45, 6);
    expect(km).toBeCloseTo(500, 9);
  });
  it("is at its stored points at their times", () => {
    for (const [time, lat, lon, km] of flight().points) {
      const found = at(flight(), time)!;
      [lat, lon, km].forEach((value, index) => expect(found[index + 1]).toBeCloseTo(value, 6));
    }
  });
  it("is nowhere before its launch, after its end, and where no times are known", () => {
    expect(at(flight(), -1)).toBeUndefined();
    expect(at(flight(), 301)).toBeUndefined();
    expect(at(flight({ untimed: true }), 50)).toBeUndefined();
  });
  it("crosses the 180th meridian the short way", () => {
    const [, , lon] = at(flight({ points: [[0, 0, 170, 0], [10, 0, -170, 0]] }), 2.5)!; // prettier-ignore
    expect(lon).toBeCloseTo(175, 6);
  });
});

describe("a part of a flight", () => {
  it("begins and ends where it was asked to", () => {
    const found = part(flight(), 50, 200);
    expect(found.map(([time]) => time)).toEqual([50, 100, 200]);
    expect(found.at(-1)![3]).toBeCloseTo(500, 9);
  });
  it("is no longer than the flight, and nothing beyond it", () => {
    expect(part(flight(), -50, 1000).map(([time]) => time)).toEqual([0, 100, 300]);
    expect(part(flight(), 400, 500)).toEqual([]);
  });
});

describe("the points of a line", () => {
  it("lie close enough together to follow the Earth", () => {
    const flat = flown(flight().points);
    expect(flat.slice(0, 3)).toEqual([0, 60, 0]);
    expect(flat.slice(-3)).toEqual([90, 0, 0]);
    const radius = 6371;
    const place = (index: number) => {
      const [lon, lat] = [flat[3 * index]!, flat[3 * index + 1]!].map((degrees) => (degrees * Math.PI) / 180);
      return [Math.cos(lat!) * Math.cos(lon!), Math.cos(lat!) * Math.sin(lon!), Math.sin(lat!)].map((one) => one * radius);
    };
    for (let index = 1; index < flat.length / 3; index++) {
      const [a, b] = [place(index - 1), place(index)];
      expect(Math.hypot(...a.map((one, axis) => one - b[axis]!))).toBeLessThan(200);
    }
    expect(Math.max(...flat.filter((_, index) => index % 3 === 2))).toBe(1_000_000);
  });
});
