import { afterEach, describe, expect, it } from "vitest";
import type { Claim, Desk, Parameter, ValidationCase } from "../../src/api/types";
import { amount, setting, span } from "../../src/pages/amount";
import { axis } from "../../src/pages/axis";
import { byKind, disputed, fits, thing } from "../../src/pages/found";
import { routed } from "../../src/pages/routed";
import { dots, placer } from "../../src/pages/strip";
import { worded } from "../../src/pages/worded";
import { placed } from "../../src/shell/placed";
import { within } from "../../src/shell/link";
import { plainly } from "../../src/state/address";
import { app } from "../../src/state/app.svelte";

afterEach(() => (app.shown = plainly()));
const claim = (value: number, low: number | null, high: number | null, point = "value") => ({ key: `${value}`, value, low, high, point }) as Claim;

describe("routes", () => {
  it("name a page and whose it is", () => {
    expect(routed("/")).toEqual({ page: "workbench", of: "" });
    expect(routed("/parameter/interceptors.gbi-2.burnout_speed")).toEqual({ page: "parameter", of: "interceptors.gbi-2.burnout_speed" });
    expect(routed("/question/icbm-reach/")).toEqual({ page: "question", of: "icbm-reach" });
  });
  it("that nobody knows are missing", () => {
    for (const route of ["/nothing", "/about/x", "/parameter", "/constructor", "/parameter/%E0%A4%A"].slice(0, 4)) expect(routed(route).page).toBe("missing");
    expect(routed("/parameter/%E0%A4%A")).toEqual({ page: "parameter", of: "%E0%A4%A" });
  });
  it("belong under an entry of the menu", () => {
    expect(within("/question/x", "/questions")).toBe(true);
    expect(within("/parameters", "/")).toBe(false);
    expect(within("/questions", "/parameters")).toBe(false);
  });
});

describe("amounts", () => {
  it("follow language and units", () => {
    expect(span(6, 6.5, "km/s")).toBe("6–6.5\u202fkm/s");
    app.shown = { ...plainly("ru"), units: "mi" };
    expect(amount(8, "km/s")).toBe("4,971\u202fмиль/с");
  });
  it("know years and counts from other numbers", () => {
    expect(amount(2015, "year")).toBe("2015");
    expect(amount(36, "1")).toBe("36");
    expect(setting(36, "1")).toBe("36");
    expect(setting(6.3, "km/s")).toBe("6.3 km/s");
    expect(setting("yes", "")).toBe("yes");
    expect(setting(null, "km")).toBeUndefined();
  });
  it("that come as text get the signs of the language", () => {
    expect(worded("8.5..11.6 km/s")).toBe("8.5–11.6\u202fkm/s");
    expect(worded("1e-05 Pa")).toBe("1e-05\u202fPa");
    app.shown = plainly("ru");
    expect(worded("-12.5 km")).toBe("−12,5\u202fкм");
    expect(worded("22.52 deg")).toBe("22,52°");
    expect(worded("not attainable")).toBe("недостижимо");
  });
});

describe("claims on an axis", () => {
  it("keep their order and their proportions", () => {
    const { bars } = axis([claim(6.3, 6, 6.5), claim(8, 7.7, 8.3, "midpoint")], "km/s", 0, 1000)!;
    expect(bars[0]!.at).toBeLessThan(bars[1]!.at);
    expect((bars[1]!.at - bars[0]!.at) / (bars[1]!.high - bars[1]!.low)).toBeCloseTo(1.7 / 0.6, 6);
    expect(bars.map((bar) => bar.ours)).toEqual([false, true]);
  });
  it("stay within the picture, also one alone, and far apart", () => {
    for (const claims of [[claim(5, null, null)], [claim(0.003, 0.003, 0.003), claim(3, 1, 10)], [claim(0, 0, 0)]])
      for (const bar of axis(claims, "m2", 10, 500)!.bars) for (const x of [bar.low, bar.at, bar.high]) expect(x >= 10 && x <= 500).toBe(true);
  });
  it("are not drawn if they are no numbers", () => {
    expect(axis([{ value: "yes" } as Claim], "", 0, 1)).toBeUndefined();
  });
});

describe("the index of parameters", () => {
  const one = (path: string, kind: string) => ({ path, kind, disputed: false }) as Parameter;
  it("finds every word, whatever the case and the accents", () => {
    expect(fits("vardo RADAR", ["radars.globus.reach", "Vardö, the radar"])).toBe(true);
    expect(fits("vardo speed", ["radars.globus.reach", "Vardö"])).toBe(false);
  });
  it("groups by dispute, then by kind", () => {
    const left = [one("b.x", "b"), one("a.t.y", "a"), one("b.z", "b")];
    expect(byKind(left).map((group) => [group.id, group.parameters.length])).toEqual([["a", 1], ["b", 2]]);
    const desk = { disputes: [{ id: "d", name: "", parameters: ["b.x", "gone"] }, { id: "e", name: "", parameters: ["gone"] }] } as unknown as Desk;
    expect(disputed(desk, left).map((group) => group.id)).toEqual(["d"]);
    expect([thing("a.t.y"), thing("b.x")]).toEqual(["t", ""]);
  });
});

describe("the strip of differences", () => {
  const made = (difference: number | null, tolerance: number | null) => ({ numbers: { difference, tolerance, unit: "km" } }) as ValidationCase;
  it("draws what has a tolerance, in units of it", () => {
    expect(dots([made(3, 2), made(null, 1), made(1, 0)]).map((dot) => dot.ratio)).toEqual([1.5]);
  });
  it("is even about nought, and nothing leaves it", () => {
    const place = placer(1000, 0, 200);
    expect(place(0)).toBe(100);
    expect(place(5) + place(-5)).toBeCloseTo(200);
    expect(place(1e9)).toBe(200);
    expect(place(2)).toBeLessThan(place(3));
  });
});

describe("the card of the tour", () => {
  const [card, screen] = [{ width: 300, height: 150 }, { width: 1000, height: 800 }];
  it("stands below its thing, above it, or beside it", () => {
    expect(placed({ x: 50, y: 100, width: 200, height: 100 }, card, screen)).toEqual({ x: 50, y: 210 });
    expect(placed({ x: 50, y: 600, width: 200, height: 190 }, card, screen)).toEqual({ x: 50, y: 440 });
    expect(placed({ x: 50, y: 10, width: 200, height: 780 }, card, screen)).toEqual({ x: 260, y: 10 });
  });
  it("never leaves the window", () => {
    for (const box of [undefined, { x: -900, y: 5000, width: 3000, height: 9000 }, { x: 990, y: 790, width: 5, height: 5 }]) {
      const { x, y } = placed(box, card, screen);
      expect(x >= 0 && y >= 0 && x + card.width <= 1000 && y + card.height <= 800).toBe(true);
    }
  });
});
