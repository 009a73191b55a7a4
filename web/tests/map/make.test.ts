import { describe, expect, it } from "vitest";
import { mapped, scene, scenes } from "../../src/map/make";
import { circles, columnar, flights, land } from "./answers";

const words = { name: (id: string) => id.toUpperCase() };

describe("flights between places", () => {
  const made = scene([flights()], words);
  const track = (id: string) => made.tracks.find((one) => one.id === id)!;

  it("lets those to the place that an option picks stand out", () => {
    expect(made.tracks.filter((one) => one.emphasis && one.kind === "threat").map((one) => one.label)).toEqual([
      "A → TWO",
      "B → TWO",
    ]);
    expect(scene([flights(undefined, { town: "none" })], words).tracks.filter((one) => one.emphasis)[0]!.label).toBe(
      "A → ONE",
    );
  });
  it("runs from place to place through the stored points in order of time", () => {
    expect(track("threat:b\ntwo").points.map(([time]) => time)).toEqual([0, 250, 1000]);
    expect(track("threat:b\ntwo").points[0]!.slice(1, 3)).toEqual([55, 100]);
    expect(made.endS).toBe(1000);
  });
  it("knows only the shortest way of a flight that is not stored", () => {
    expect(track("threat:a\none").untimed).toBe(true);
    expect(track("threat:a\none").points).toHaveLength(2);
  });
  it("has the battlespace where there is one", () => {
    expect(track("threat:a\ntwo").window).toEqual([250, 500]);
    expect(track("threat:b\ntwo").window).toBeUndefined();
  });
  it("marks the meetings of what stands out, and the way there", () => {
    expect(made.spots.filter((one) => one.role === "meeting").map((one) => [one.lat, one.lon, one.outcome])).toEqual([
      [71, -179, "met"],
    ]);
    expect(track("interceptor:a\ntwo").points[0]).toEqual([200, 54, 17, 0]);
  });
  it("tells bases, targets, sites and radars apart", () => {
    const roles = made.spots.map((one) => `${one.role} ${one.label}`);
    expect(roles).toEqual(expect.arrayContaining(["base A", "target TWO", "site PIT", "radar DISH"]));
  });
  it("takes the interceptor's own track where the answer has one", () => {
    const answer = flights();
    answer.tables.interceptors = columnar({
      ...{ bay: ["a", "a"], town: ["two", "two"], time_s: [200, 500] },
      ...{ lat_deg: [54, 71], lon_deg: [17, -179], altitude_km: [0, 600] },
    });
    const [way] = scene([answer], words).tracks.filter((one) => one.id === "interceptor:a\ntwo");
    expect(way!.untimed).toBeUndefined();
    expect(way!.points.map(([time]) => time)).toEqual([200, 500]);
  });
});

describe("land cells", () => {
  it("are filled by how often they can be defended, and not at all where not threatened", () => {
    const { cells } = scene([land([0, 1, 2, 2])], words);
    expect(cells.map((one) => one.fill)).toEqual(["undefended", "once", "twice", ""]);
    expect(scene([land([null, 1, 2, 2])], words).cells[0]!.fill).toBe("undefended");
  });
  it("are the squares that their places lie in", () => {
    const { cells, spots } = scene([land([0, 1, 2, 2])], words);
    expect(cells.map((one) => [one.lat, one.lon, one.region])).toEqual([
      [50.5, 10.5, "north"],
      [50.5, 11.5, "north"],
      [51.5, 10.5, "north"],
      [-0.5, -0.5, "south"],
    ]);
    expect(spots[0]).toMatchObject({ role: "launch-area", label: "DESERT" });
  });
});

describe("rings", () => {
  it("are closed, and the same kind looks the same under every position", () => {
    const [one, other] = scenes([circles(["far", "near"]), circles(["near", "near"])], words);
    expect(one!.rings.map((ring) => ring.series)).toEqual([0, 1]);
    expect(other!.rings.map((ring) => ring.series)).toEqual([1, 1]);
    expect(one!.rings[0]!.line).toEqual([
      [10, 1],
      [20, 2],
      [30, 3],
      [10, 1],
    ]);
  });
});

describe("answers without a map", () => {
  it("have their sites and nothing else", () => {
    const answer = { ...flights(), views: [{ kind: "bars" }] };
    expect(mapped(answer.views)).toBe(false);
    const made = scene([answer], words);
    expect(made.tracks).toEqual([]);
    expect(made.spots.map((one) => one.role)).toEqual(["site", "radar"]);
  });
  it("have nothing where the tables came without their data", () => {
    const answer = flights();
    for (const table of Object.values(answer.tables)) delete table.data;
    expect(scene([answer], words).tracks).toEqual([]);
  });
});
