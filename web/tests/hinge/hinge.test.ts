import { describe, expect, it } from "vitest";
import type { Card, Desk, Slider } from "../../src/api/types";
import { about, panels, told } from "../../src/hinge/about";
import { jobs, STAGES, without } from "../../src/hinge/curves.svelte";
import { along, last, LEFT, nested, RIGHT, xAxis, yAxis } from "../../src/hinge/plot";
import { flips, longest, pairs, rounded, sentences, sliderOf } from "../../src/hinge/shares";
import { nothingLaid, type Laid } from "../../src/state/address";
import { answerOf, tableMade } from "../views/made";

const card = (id: string, some: Partial<Card>): Card =>
  ({ id, order: 1, analysis: false, headline: { column: "main", show: "%" }, options: {}, columns: {}, first_page: {}, ...some }) as Card;
const REACH = card("reach", {
  order: 40,
  columns: { share: { unit: "1" }, margin_s: { unit: "s" } },
  first_page: { role: "answer", says: { en: "{share} of {other}, from {share_low}, by {margin_s}" } },
});
const COVER = card("cover", {
  order: 30,
  columns: { eu: { unit: "1" }, us: { unit: "1" }, people: { unit: "people" } },
  first_page: { role: "answer", says: { en: "{us} and {eu}" } },
});
const RAID = card("raid", { columns: { main: { unit: "1" } } });
const WHY = card("why", { analysis: true, options: { of: { default: "reach" } } });

describe("what the right-hand side is about", () => {
  it("is the question in focus, or the one that an analysis is about", () => {
    expect(about(RAID, {})).toBe("raid");
    expect(about(WHY, {})).toBe("reach");
    expect(about(WHY, { of: "cover" })).toBe("cover");
  });
  it("takes from the cards which columns to draw: shares that the first page speaks of", () => {
    expect(told(REACH)).toEqual(["share", "margin_s"]);
    expect(told(RAID)).toEqual(["main"]);
    expect(panels([COVER, REACH, RAID, WHY], "reach").map((one) => one.column)).toEqual(["share", "us", "eu"]);
    expect(panels([COVER, REACH, RAID, WHY], "cover").map((one) => one.column)).toEqual(["us", "eu", "share"]);
  });
  it("adds the question in focus where it is none of them", () => {
    expect(panels([COVER, REACH, RAID], "raid")[0]).toEqual({ question: "raid", column: "main" });
  });
});

describe("shares of disputes", () => {
  const answer = answerOf({
    tables: {
      shares: tableMade({ pair: ["a → b", "a → b", "a → c"], dispute: ["d", "e", "d"], share: [-0.5, 0.1, 0.2], error: [0, 0, 0.05], least: [-1, 0, 0.2], most: [-0.2, 0.4, 0.2] }, { share: "1" }),
      flips: tableMade({ position: ["a", "b"], parameter: ["p", "p"], flip_si: [5800, null], unit: ["m/s", "m/s"], last: ["5.79 km/s", null], flip: ["5.8 km/s", "none"] }),
    },
    headlines: ["one", "one", "two"].map((en) => ({ column: "flip_si", sentence: { en } })) as never,
  });
  it("stand pair by pair, in the order and with the sign of the answer, on one scale", () => {
    expect(pairs(answer).map((one) => [one.pair, one.shares.map((share) => share.share)])).toEqual([["a → b", [-0.5, 0.1]], ["a → c", [0.2]]]);
    expect(longest(pairs(answer))).toBe(0.5);
    expect(longest([])).toBe(0);
  });
  it("are averages: each comes with the least and the most that it is in any order", () => {
    const ends = pairs(answer).flatMap((one) => one.shares.map(({ least, most }) => [least, most]));
    expect(ends).toEqual([[-1, -0.2], [0, 0.4], [0.2, 0.2]]);
  });
  it("have the flips that there are, and each sentence once", () => {
    expect(flips(answer)).toEqual([{ position: "a", parameter: "p", value: 5800, unit: "m/s", before: "5.79 km/s", after: "5.8 km/s" }]);
    expect(flips(undefined)).toEqual([]);
    expect(sentences(answer, "flip_si")).toEqual([{ en: "one" }, { en: "two" }]);
  });
  it("lead to the number of a dispute rather than to its choice", () => {
    const sliders = [
      { parameter: "cue", dispute: "delay", type: "choice" },
      { parameter: "delay_s", dispute: "delay", type: "number" },
    ] as Slider[];
    const desk = { sliders } as Desk;
    expect(sliderOf(desk, "delay")?.parameter).toBe("delay_s");
    expect(sliderOf(desk, "cue")?.parameter).toBe("cue");
    expect(sliderOf(desk, "unknown")).toBeUndefined();
  });
});

describe("curves", () => {
  const laid: Laid = { ...nothingLaid(), sets: { speed: "6 km/s", delay: "9 s" }, options: { site: "x" } };
  it("do not depend on the slider itself, nor on options of another question", () => {
    expect(without(laid, "speed", "reach", "reach")).toEqual({ ...laid, sets: { delay: "9 s" } });
    expect(without(laid, "speed", "cover", "reach").options).toEqual({});
    const moved = { ...laid, sets: { ...laid.sets, speed: "7 km/s" } };
    const keys = (of: Laid) => jobs([{ question: "reach", column: "share" }], "reach", of, ["us"], "speed", "v").map((job) => job.key);
    expect(keys(moved)).toEqual(keys(laid));
    expect(keys({ ...laid, sets: { delay: "8 s" } })).not.toEqual(keys(laid));
  });
  it("are asked coarse first, once for each question and position, and on nested points", () => {
    const both = [{ question: "cover", column: "eu" }, { question: "cover", column: "us" }];
    expect(jobs(both, "cover", laid, ["a", "b"], "speed", "v").map((job) => [job.position, job.points])).toEqual([["a", STAGES[0]], ["b", STAGES[0]], ["a", STAGES[1]], ["b", STAGES[1]]]);
    expect((STAGES[1]! - 1) % (STAGES[0]! - 1)).toBe(0);
  });
});

describe("the plot", () => {
  it("goes from end to end and back, also on a logarithmic slider", () => {
    for (const scale of ["linear", "log"] as const) {
      const x = xAxis({ low: 1, high: 100, scale }, 400);
      expect(x.at(1)).toBeCloseTo(LEFT);
      expect(x.at(100)).toBeCloseTo(400 - RIGHT);
      expect(x.back(x.at(10))).toBeCloseTo(10);
      expect(x.ticks.length).toBeGreaterThan(1);
    }
    expect(xAxis({ low: 1, high: 100, scale: "log" }, 400).ticks).toEqual([1, 10, 100]);
  });
  it("shows shares between none and all, other numbers between their ends", () => {
    expect(yAxis([[0.2]], true)).toMatchObject({ low: 0, high: 1 });
    expect(yAxis([[5, null], [9]], false)).toMatchObject({ low: 5, high: 9 });
    expect(yAxis([[3]], false).at(3)).toBeGreaterThan(0);
  });
  it("marks a value on the line drawn, and invents none where there is none", () => {
    expect(along([1, 2, 3], [0, 4, 5], 2.5)).toBe(4.5);
    expect(along([1, 2, 3], [0, null, 5], 3)).toBe(5);
    expect(along([1, 2, 3], [0, null, 5], 2.1)).toBeUndefined();
    expect(along([1, 2], [0, 1], 3)).toBeUndefined();
    expect(along([1], [null], 1)).toBeUndefined();
    expect([last([1, 2, null]), last([null])]).toEqual([2, undefined]);
  });
  it("leaves marks of one place where they are, the first around the others", () => {
    const here = { x: 10, y: 5 };
    const [a, b, c, d] = nested([here, here, undefined, { x: 90, y: 5 }]);
    expect(a! - b!).toBeGreaterThan(3);
    expect([b, c]).toEqual([d, d]);
  });
});

describe("a part of a share", () => {
  it("is told to a tenth of a point, and what is less is nothing, without a sign", () => {
    const points = { unit: "%", factor: 100 };
    expect([-1.0, 0.000287, -0.0002, 0.0149].map((one) => rounded(one, points))).toEqual([-100, 0, 0, 1.5]);
    expect(Object.is(rounded(-0.0002, points), 0)).toBe(true);
    expect(rounded(-0.3946, points)).toBeCloseTo(-39.46, 9); // not rounded twice
    expect(rounded(0.0287, { unit: "s", factor: 1 })).toBe(0.0287);
  });
});
