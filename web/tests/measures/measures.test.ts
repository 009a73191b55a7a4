import { describe, expect, it } from "vitest";
import type { Answer, Card, Measure } from "../../src/api/types";
import { about, guaranteeing, phrase, worst } from "../../src/measures/asked";
import { act } from "../../src/measures/done";
import { app } from "../../src/state/app.svelte";
import { clashes, grouped, named, switched } from "../../src/measures/grouped";
import { nothingLaid, usual } from "../../src/state/address";
import { command } from "../../src/state/command";

const measure = (id: string, bounds: string, against: string[] = []) => ({ id, bounds, against }) as unknown as Measure;

describe("measures", () => {
  it("are grouped by what they bound; a new bound gets a group of its own", () => {
    const found = grouped([measure("a", "knowledge"), measure("b", "speed"), measure("c", "colour"), measure("d", "speed")]);
    expect(found.map((one) => [one.bounds, one.measures.map((two) => two.id)])).toEqual([
      ["speed", ["b", "d"]],
      ["knowledge", ["a"]],
      ["colour", ["c"]],
    ]);
  });

  it("are switched on and off, in an order of their own", () => {
    expect(switched(["x"], "a", true)).toEqual(["a", "x"]);
    expect(switched(["a", "x"], "a", false)).toEqual(["x"]);
    expect(switched(["a"], "a", true)).toEqual(["a"]);
  });

  it("tell which of those that are on they cannot stand beside", () => {
    const turkey = measure("site-turkey", "place", ["site-romania", "site-gabala"]);
    expect(clashes(turkey, ["site-romania", "site-turkey", "no-shield"])).toEqual(["site-romania"]);
    expect(clashes(turkey, ["site-romania"])).toEqual([]);
  });

  it("are found in what the server refuses, by their whole name", () => {
    const refused = { what: "the measures site-romania and x contradict each other", where: "", why: "" };
    expect(named("site-romania", refused)).toBe(true);
    expect(named("site-rom", refused)).toBe(false);
    expect(named("romania", refused)).toBe(false);
  });
});

describe("what a measure does", () => {
  it("names the thing that is masked in words, no number of it", () => {
    app.desk = { names: { north: { en: "Radar North", ru: "радар «Север»" } }, sliders: [], parameters: [] } as unknown as typeof app.desk;
    const mask = { parameter: "radars.north.boresight", do: "mask", text: "2..99 deg" } as Parameters<typeof act>[0];
    expect(act(mask)).toBe("Radar North does not look at azimuths 2–99°");
    app.shown.lang = "ru";
    expect(act(mask)).toBe("радар «Север»: азимуты 2–99° не просматриваются");
    app.shown.lang = "en";
  });
});

describe("a guarantee", () => {
  it("is asked of every claim on the table: nothing set by hand, no other measure", () => {
    const laid = {
      ...nothingLaid(),
      positions: ["us"],
      sets: { "a.b": "1" },
      measures: ["x"],
      asOf: "2008-01-01",
      options: { site: "redzikowo" },
    };
    expect(command("certainty", guaranteeing(laid, "speed-cap-5", "icbm-reach"))).toBe(
      "twoplustwo ask certainty -m speed-cap-5 --as-of 2008-01-01 -o of=icbm-reach",
    );
  });

  it("is about the question in focus if it has a test, or the one that an analysis in focus is of", () => {
    const card = (id: string, analysis: boolean, of?: string, test = "x = 0") =>
      ({ id, analysis, test, options: of ? { of: { default: of } } : {} }) as unknown as Card;
    expect(about(card("radar-view", false), nothingLaid())).toBe("radar-view");
    usual.question = "icbm-reach";
    expect(about(card("threat-timeline", false, undefined, ""), nothingLaid())).toBe("icbm-reach");
    expect(about(card("divergence", true, "icbm-reach"), { ...nothingLaid(), options: { of: "raid" } })).toBe("raid");
    expect(about(card("divergence", true, "icbm-reach"), nothingLaid())).toBe("icbm-reach");
  });

  it("has a worst case only where one was found", () => {
    const answer = (data: Record<string, unknown[]>) => ({ rows: { length: 1, columns: [], data } }) as unknown as Answer;
    const found = worst(answer({ worst: [0.2], column: ["share_reachable"], label: ["searched"], sought: ["most"] }));
    expect(found).toEqual({ value: 0.2, column: "share_reachable", label: "searched", sought: "most" });
    expect(phrase(found!)).toBe("foundMost");
    expect(phrase({ ...found!, label: "exact" })).toBe("provenMost");
    expect(phrase({ ...found!, label: "bounded", sought: "least" })).toBe("provenLeast");
    expect(worst(answer({ worst: [null], label: ["not_answerable"] }))).toBeUndefined();
  });
});
