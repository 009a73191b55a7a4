import { beforeAll, describe, expect, it } from "vitest";
import type { Preset } from "../../src/api/types";
import { chosen, lastDay } from "../../src/presets/asof";
import { begun, holds } from "../../src/presets/laid";
import { differences, kept } from "../../src/shell/comparing";
import { filename } from "../../src/shell/saving";
import { typing } from "../../src/shell/typing";
import { nothingLaid, read, usual } from "../../src/state/address";

describe("comparing two states", () => {
  beforeAll(() => (usual.dossier = "one"));

  it("keeps even a state in which nothing is laid", () => {
    expect(kept(nothingLaid())).toBe("d=one");
    expect(read(kept(nothingLaid())).laid).toEqual(nothingLaid());
  });

  it("names what differs, each thing once, and nothing else", () => {
    const a = { ...nothingLaid(), measures: ["x", "y"], sets: { p: "1 km" } };
    const b = { ...nothingLaid(), measures: ["y", "x"], sets: { p: "2 km", q: "3 s" }, positions: ["us"], asOf: "2008" };
    expect(differences(a, b)).toEqual([
      { about: "positions", of: "", a: [], b: ["us"] },
      { about: "set", of: "p", a: ["1 km"], b: ["2 km"] },
      { about: "set", of: "q", a: [], b: ["3 s"] },
      { about: "asOf", of: "", a: [], b: ["2008"] },
    ]);
    expect(differences(a, { ...a, measures: ["y", "x"] })).toEqual([]);
  });
});

describe("presets", () => {
  const preset: Preset = { id: "x", name: "X", positions: ["us"], measures: ["b", "a"], sets: ["p.q=1 km = x"], note: {} };

  it("replace whose numbers, measures and what is set", () => {
    expect(begun(preset)).toEqual({ positions: ["us"], measures: ["a", "b"], sets: { "p.q": "1 km = x" } });
  });

  it("are marked while the state is theirs", () => {
    const laid = { ...nothingLaid(), ...begun(preset) };
    expect(holds(preset, laid)).toBe(true);
    expect(holds(preset, { ...laid, sets: {} })).toBe(false);
    expect(holds(preset, { ...laid, asOf: "2008" })).toBe(true);
  });
});

describe("the date", () => {
  it("counts a bare month or year from its last day", () => {
    expect(lastDay("2008-02")).toBe("2008-02-29");
    expect(lastDay("2007")).toBe("2007-12-31");
    expect(lastDay("2007-10-12")).toBe("2007-10-12");
    expect(lastDay("soon")).toBe("");
  });

  it("is left out where it is the dossier's own", () => {
    expect(chosen("2009-09-17", "2009-09-17")).toBe("");
    expect(chosen("2008-01-01", "2009-09-17")).toBe("2008-01-01");
    expect(chosen("", "2009-09-17")).toBe("");
  });
});

describe("files", () => {
  it("are named as the server says, without anything that leads elsewhere", () => {
    expect(filename('attachment; filename="icbm-reach-us.kml"', "x.kml")).toBe("icbm-reach-us.kml");
    expect(filename('attachment; filename="../../etc/passwd"', "x.kml")).toBe("..-..-etc-passwd");
    expect(filename(null, "x.kml")).toBe("x.kml");
  });
});

describe("undo by keys", () => {
  it("is left to whoever is typing", () => {
    const element = (tagName: string, type = "", isContentEditable = false) =>
      ({ tagName, type, isContentEditable }) as unknown as EventTarget;
    for (const one of [element("INPUT", "text"), element("INPUT", "date"), element("TEXTAREA"), element("DIV", "", true)])
      expect(typing(one)).toBe(true);
    for (const one of [element("INPUT", "range"), element("INPUT", "checkbox"), element("BODY"), null]) expect(typing(one)).toBe(false);
  });
});
