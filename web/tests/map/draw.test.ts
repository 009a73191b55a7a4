import { geoAzimuthalEqualArea } from "d3-geo";
import { describe, expect, it } from "vitest";
import { contours, squares } from "../../src/map/draw/areas";
import { counted } from "../../src/map/draw/counted";
import { drawn } from "../../src/map/draw/drawn";
import { framed, projected, shape, wanted } from "../../src/map/draw/frame";
import { labels } from "../../src/map/draw/labels";
import { between, moved } from "../../src/map/draw/moved";
import { near } from "../../src/map/draw/near";
import { scene } from "../../src/map/make";
import type { Track } from "../../src/map/scene";
import { abreast, numbered, paired, sheets } from "../../src/map/sheets";
import { circles, flights, land } from "./answers";

const words = { name: (id: string) => id };
const made = scene([flights()], words);
const frame = framed(wanted([made]));
const projection = projected(frame, 600, 600 / shape(frame));

describe("the frame", () => {
  it("holds every place that is drawn", () => {
    for (const { lon, lat, role } of made.spots) {
      const [x, y] = projection([lon, lat])!;
      expect(x > 0 && x < 600 && y > 0 && y < 600 / shape(frame), `${role} at ${x} ${y}`).toBe(true);
    }
  });
  it("stays the same while what is seen still fits, and moves when it does not", () => {
    const nudged = { ...made, spots: made.spots.map((one) => ({ ...one, lat: one.lat - 0.01 })) };
    expect(framed(wanted([nudged]), frame)).toBe(frame);
    expect(framed(wanted([scene([land([1, 1, 1, 1])], words)], "north"), frame)).not.toBe(frame);
  });
  it("of land shows one region, with launch areas that are not too far", () => {
    const want = wanted([scene([land([1, 1, 1, 1])], words)], "north");
    expect(want.must).toHaveLength(12); // the corners of three squares: none is cut by the edge
    const [, , right] = framed(want).window;
    expect(right).toBeGreaterThan(0.1);
  });
});

describe("a flight over the antimeridian", () => {
  it("is one unbroken line on the map", () => {
    const { loud } = drawn(made, projection);
    expect(loud.find(({ of }) => of.id === "threat:a\ntwo")!.d.match(/M/g)).toHaveLength(1);
  });
});

describe("where a flight is", () => {
  const track = { points: [[0, 0, 170, 0], [100, 0, -170, 0]] } as unknown as Track; // prettier-ignore
  it("goes the short way round, and is nowhere before its launch and after its end", () => {
    expect(moved(track, 50)!.map(Math.round)).toEqual([180, 0]);
    expect(moved(track, -1)).toBeUndefined();
    expect(moved(track, 101)).toBeUndefined();
    expect(moved({ ...track, untimed: true }, 50)).toBeUndefined();
  });
  it("between two moments is a line with both ends", () => {
    expect(between(track, [25, 75]).map(([lon]) => Math.round(Math.abs(lon)))).toEqual([175, 175]);
  });
});

describe("land", () => {
  const { cells } = scene([land([0, 1, 2, 2])], words);
  const flat = geoAzimuthalEqualArea().rotate([-10, -50]).scale(2000);
  it("is one path a class, without what is not threatened", () => {
    expect(squares(cells, flat).map(({ of, d }) => [of, d.match(/M/g)!.length])).toEqual([
      ["undefended", 1],
      ["once", 1],
      ["twice", 1],
    ]);
  });
  it("has lines between classes only, twice where two classes are crossed", () => {
    const found = Object.fromEntries(contours(cells, flat).map(({ of, d }) => [of, d.match(/M/g)!.length]));
    expect(found).toEqual({ undefended: 2, once: 1 });
    expect(contours(scene([land([1, 1, 1, 1])], words).cells, flat)).toEqual([]);
  });
  it("counts a country in when its cells fill it", () => {
    const square = (west: number, south: number, side: number) => ({
      type: "Feature" as const,
      properties: {},
      geometry: {
        type: "Polygon" as const,
        coordinates: [
          [
            [west, south],
            [west + side, south],
            [west + side, south + side],
            [west, south + side],
            [west, south],
          ],
        ],
      },
    });
    const of = { countries: [square(10, 50, 2), square(11.4, 50, 9)] } as never;
    expect(counted(of, cells).features).toHaveLength(1);
  });
});

describe("names on the map", () => {
  const spot = (label: string, x: number, y: number) => ({ spot: { ...made.spots[0]!, label, id: label }, x, y });
  it("do not cover one another and stay inside", () => {
    const found = labels(
      [spot("one", 100, 100), spot("two", 104, 101), spot("edge", 199, 50)],
      [],
      200,
      200,
      (text) => 7 * text.length,
    );
    expect(found.map((one) => one.text).sort()).toEqual(["edge", "one", "two"]);
    expect(found.find((one) => one.text === "edge")!.anchor).toBe("end");
    const [one, two] = [found.find((it) => it.text === "one")!, found.find((it) => it.text === "two")!];
    expect(one.anchor === two.anchor && Math.abs(one.y - two.y) < 10).toBe(false);
  });
});

describe("what is under the pointer", () => {
  const { spots } = drawn(made, projection);
  it("is the nearest place, else a flight, else nothing", () => {
    const at = spots.find((one) => one.spot.label === "pit")!;
    expect(near(made, spots, projection, at.x + 3, at.y, 1)!.thing.of.id).toBe("site:pit");
    const middle = made.tracks.find((one) => one.id === "threat:a\ntwo")!.points[1]!;
    const [x, y] = projection([middle[2], middle[1]])!;
    expect(near(made, [], projection, x + 2, y, 1)!.thing.kind).toBe("track");
    expect(near(made, spots, projection, -500, -500, 1)).toBeUndefined();
  });
});

describe("maps beside one another", () => {
  const entry = (position: string, other = false) => ({ position, other, answer: circles(["a", "b"]), scene: made });
  it("are one for each position, or one for all", () => {
    const all = [entry("us"), entry("russia")];
    expect(sheets(all, "side", []).map((one) => one.position)).toEqual(["us", "russia"]);
    const [over] = sheets(all, "over", ["russia", "us"]);
    expect(over!.drawings.map((one) => [one.position, one.series, one.rank])).toEqual([
      ["us", 1, 0],
      ["russia", 0, 1],
    ]);
    expect(sheets([entry("us")], "over", ["us"])[0]!.drawings[0]!.series).toBeUndefined();
  });
  it("keep two states apart also when laid over", () => {
    expect(sheets([entry("us"), entry("russia"), entry("us", true)], "over", []).map((one) => one.other)).toEqual([
      true,
      false,
    ]);
  });
  it("give each position a style of its own", () => {
    expect(numbered(["us", "us+no-shield", "russia"], ["independent", "russia", "us"])).toEqual([2, 3, 1]);
  });
  it("have the state kept before the present one, position by position", () => {
    const all = paired([entry("us"), entry("russia")], [entry("russia", true), entry("x", true)]);
    expect(all.map((one) => [one.position, one.other])).toEqual([["us", false], ["russia", true], ["russia", false], ["x", true]]);
    expect(abreast(1200, 4, true)).toBe(2);
  });
  it("stand in as many columns as there is room for", () => {
    expect([390, 712, 1200].map((width) => abreast(width, 3))).toEqual([1, 2, 3]);
  });
});
