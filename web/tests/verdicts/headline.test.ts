import { afterEach, describe, expect, it } from "vitest";
import type { Desk } from "../../src/api/types";
import { plainly } from "../../src/state/address";
import { app } from "../../src/state/app.svelte";
import { turned } from "../../src/verdicts/flips";
import { change, shownRange, shownValue, verdictOf } from "../../src/verdicts/headline";
import { choices, things } from "../../src/verdicts/options";

afterEach(() => (app.shown = plainly()));

describe("the value of a headline", () => {
  it("is shown as its card says", () => {
    expect(shownValue(0.19166, { show: "%" })).toBe("19\u202f%");
    expect(shownValue(0.00862, { show: "%" })).toBe("0.9\u202f%");
    expect(shownValue(0, { show: "%" })).toBe("0\u202f%");
    expect(shownValue(2010.5, { show: "year" })).toBe("mid-2010");
    expect(shownValue(2022, { show: "year" })).toBe("2022");
    expect(shownValue(2007 + 285 / 365, { show: "year" })).toBe("Oct 2007");
    expect(shownValue(1, { show: "years" })).toBe("1 year");
    expect(shownValue(7.73, { show: "years" })).toBe("7.7 years");
    expect(shownValue(839.5, { show: "s" })).toBe("840\u202fs");
    expect(shownValue(3, { show: "" })).toBe("3");
    expect(shownValue(7.5, { show: "years" })).toBe("7.5 years");
    expect(shownValue(null, { show: "%" })).toBe("–");
  });
  it("has the digits of the language", () => {
    app.shown = plainly("ru");
    expect(shownValue(0.00862, { show: "%" })).toBe("0,9\u202f%");
  });
});

describe("a value beside its test", () => {
  const passes: Record<string, (one: number, two: number) => boolean> = {
    "=": (one, two) => one === two,
    "<": (one, two) => one < two,
    "<=": (one, two) => one <= two,
    ">": (one, two) => one > two,
    ">=": (one, two) => one >= two,
  };
  const read = (text: string) => Number(text.replace(/[\u202f\u00a0%]/g, "").replace(",", "."));

  it("has as many digits as show on which side it is", () => {
    const test = "coverage_europe >= 90 %";
    expect(shownValue(0.8996, { show: "%", test })).toBe("89.96\u202f%");
    expect(shownValue(0.9, { show: "%", test })).toBe("90\u202f%");
    expect(shownValue(0.8996, { show: "%" })).toBe("90\u202f%");
    expect(shownValue(0.99996, { show: "%" })).toBe("99.9\u202f%");
  });
  it("passes as printed what it passes, in both languages", () => {
    for (const lang of ["en", "ru"] as const) {
      app.shown = plainly(lang);
      for (const [sign, holds] of Object.entries(passes)) {
        for (const bound of [0, 1, 5, 9.9, 12.5, 50, 90, 95, 99.9]) {
          for (const off of [0, 1e-15, -1e-15, 1e-9, -1e-9, 3e-6, -3e-6, 4e-4, -4e-4, 4.9e-3, -4.9e-3, 0.2, -0.2]) {
            const value = bound / 100 + off;
            if (value < 0 || value > 1) continue;
            const printed = read(shownValue(value, { show: "%", test: `share ${sign} ${bound} %` }));
            expect(holds(printed, bound), `${value} ${sign} ${bound}`).toBe(holds(value, bound / 100));
          }
        }
      }
    }
  });
  it("is compared in the units that are shown", () => {
    app.shown = { ...plainly("en"), units: "mi" };
    const printed = read(shownValue(8046.72, { show: "m/s", test: "speed > 5 km/s" }).replace("mi/s", ""));
    expect(printed * 1609.344).toBeGreaterThan(5000);
  });
  it("is one number where both ends of a range read the same", () => {
    expect(shownRange(0.191, 0.192, { show: "%" })).toBe("about 19\u202f%");
    expect(shownRange(0, 0, { show: "%" })).toBe("0\u202f%"); // nothing about it
    expect(shownRange(0.19, 0.29, { show: "%" })).toBe("19\u202f% – 29\u202f%");
  });
});

describe("the verdict", () => {
  const of = (value: number | null, test: string, holds: boolean | null) => verdictOf({ value, test, holds });
  it("holds or fails where there is a test, and is none without a value", () => {
    expect(of(0, "share = 0 %", true)).toBe("holds");
    expect(of(0.5, "share = 0 %", false)).toBe("fails");
    expect(of(null, "share = 0 %", null)).toBe("not_answerable");
    expect(of(2010, "", null)).toBe("untested");
  });
  it("turns only between holding and failing", () => {
    expect(turned({ us: "holds", russia: "fails" }, { us: "fails", russia: "fails" })).toEqual(["us"]);
    expect(turned({ us: "not_answerable" }, { us: "holds" })).toEqual([]);
    expect(turned({}, { us: "holds" })).toEqual([]);
  });
});

describe("the change between two states", () => {
  it("is in percentage points between shares, with its sign", () => {
    expect(change(0.19166, 0, { show: "%" })).toBe("−19 pp");
    expect(change(0, 0.5, { show: "%" })).toBe("+50 pp");
    expect(change(2010.5, 2012, { show: "year" })).toBe("+1.5 years");
    expect(change(2011, 2012, { show: "year" })).toBe("+1 year");
    expect(change(10, 4, { show: "s" })).toBe("−6\u202fs");
  });
  it("is none where nothing changes or a value is missing", () => {
    expect(change(1, 1, { show: "%" })).toBe("no change");
    expect(change(null, 1, { show: "%" })).toBe("");
  });
});

describe("options", () => {
  const desk = { parameters: ["sites.b.location", "sites.a.location", "sites.a.ready", "radars.r.reach"].map((path) => ({ path })) } as unknown as Desk;
  it("offer the dossier's things of their kind, and what is held", () => {
    expect(things(desk, "sites")).toEqual(["a", "b"]);
    expect(choices(desk, { kind: "sites", default: "" })).toEqual(["", "a", "b"]);
    expect(choices(desk, { kind: "sites", default: "b" })).toEqual(["a", "b"]);
  });
  it("offer their own list, or are free text", () => {
    expect(choices(desk, { of: ["all", "flown"], default: "all" })).toEqual(["all", "flown"]);
    expect(choices(desk, { default: "" })).toEqual([]);
  });
});
