import { describe, expect, it } from "vitest";
import { dashes } from "../../src/globe/dash";
import { dots, lines, marks, squares } from "../../src/globe/plain";
import { quads } from "../../src/globe/quads";
import { counted } from "../../src/globe/summary";
import { cell, flight, INK, LOOK, SCENE } from "./fixture";

describe("lines of a scene", () => {
  const all = lines(SCENE, LOOK, INK);
  const by = (id: string) => all.find((one) => one.id === id)!;
  it("draws flights that stand out over the others, the battlespace thickest", () => {
    expect(by("a").width).toBeGreaterThan(by("b").width);
    expect(by("a window").width).toBeGreaterThan(by("a").width);
    expect(all.findIndex((one) => one.id === "b")).toBeLessThan(all.findIndex((one) => one.id === "a"));
  });
  it("takes colour and dashes from the look, black as the ink of the theme", () => {
    expect([by("a").color, by("a").dash]).toEqual(["#0072b2", null]);
    expect([by("ring r").color, by("ring r").dash]).toEqual([INK.ink, [2, 2]]);
  });
  it("tells an interceptor from a threat by its dashes, and leads it up to the meeting", () => {
    expect(by("c").dash).not.toBeNull();
    expect(by("c").flat.slice(0, 3)).toEqual([17, 54, 0]);
    expect(by("c").flat.slice(-3)).toEqual([-60, 50, 700_000]);
  });
  it("gives every line an identifier of its own", () => {
    const twice = lines({ ...SCENE, tracks: [flight(), flight()] }, LOOK, INK);
    expect(new Set(twice.map((one) => one.id)).size).toBe(twice.length);
  });
});

describe("marks and dots", () => {
  it("marks a meeting by its outcome, at its height", () => {
    const [, meeting] = marks(SCENE, LOOK, INK);
    expect(meeting).toMatchObject({ marker: "X", color: "#d55e00", flat: [-60, 50, 700_000] });
  });
  it("shows what flies at a time, not what has no times or does not stand out", () => {
    expect(dots(SCENE.tracks, LOOK, INK, 150).map((one) => one.id)).toEqual(["a"]);
    expect(dots(SCENE.tracks, LOOK, INK, 0)).toEqual([]);
    expect(dots(SCENE.tracks, LOOK, INK, 1000)).toEqual([]);
  });
});

describe("squares of land", () => {
  it("leaves out what is not threatened and shows the least defended of a shared square", () => {
    const found = squares([...SCENE.cells, cell(50.5, 10.5, "undefended"), cell(51.5, 10.5, "once")], LOOK);
    expect(found.map((one) => one.color)).toEqual(["#f3b98c", "#56b4e9"]);
  });
  it("tells the classes apart without colour", () => {
    const pieces = (fill: string) => quads(squares([cell(0.5, 0.5, fill)], LOOK));
    const counts = ["undefended", "once", "twice"].map((fill) => pieces(fill).length);
    expect(new Set(counts).size).toBe(3);
    for (const { corners } of pieces("undefended"))
      corners.forEach((value, index) => {
        if (index % 3 === 2) return;
        expect(value).toBeGreaterThanOrEqual(-1e-9);
        expect(value).toBeLessThanOrEqual(1 + 1e-9);
      });
  });
});

describe("dashes", () => {
  it("keeps the shares of dash and gap", () => {
    const { pattern, length } = dashes([5, 2], 3)!;
    const on = pattern.toString(2).split("1").length - 1;
    expect(on / 16).toBeCloseTo(5 / 7, 1);
    expect(length).toBe(21);
    expect(pattern & 1).toBe(1);
  });
  it("is nothing for an unbroken line, and never an invisible one", () => {
    expect(dashes(null, 2)).toBeUndefined();
    expect(dashes([], 2)).toBeUndefined();
    expect(dashes([0.01, 9], 2)!.pattern).toBeGreaterThan(0);
  });
});

it("counts what is seen, for those who do not see it", () => {
  expect(counted(SCENE, LOOK)).toEqual([
    { what: "threat", says: "met in time", count: 1 },
    { what: "cell", says: "one opportunity", count: 1 },
    { what: "cell", says: "two or more", count: 1 },
    { what: "ring", says: "", count: 1 },
  ]);
});
