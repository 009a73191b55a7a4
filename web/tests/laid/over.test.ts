import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Answer, Assumption, Card, Desk } from "../../src/api/types";
import { over } from "../../src/laid/over";
import { measured, reads, ruled } from "../../src/laid/read";
import { nothingLaid, plainly } from "../../src/state/address";
import { app } from "../../src/state/app.svelte";

const act = (parameter: string, how = "set") => ({ parameter, do: how, text: "" });
const DESK = {
  names: { cap: "a cap", ban: "a ban", talk: "a talk", blind: "a blind side", depot: "the Depot" },
  sliders: [],
  parameters: [{ path: "rules.least", name: "least speed", means: "least speed" }],
  measures: [
    { id: "cap", does: [act("rockets.r.speed", "at_most")] },
    { id: "ban", does: [act("rockets.q", "remove")] },
    { id: "blind", does: [act("radars.r.boresight", "mask")] },
    { id: "talk", does: [act("rules.other")] },
  ],
} as unknown as Desk;
const CARD = { options: { site: { means: { en: "site asked of" } } } } as unknown as Card;
const assumes = (parameter: string, how = "own", value: number | null = 5000) =>
  ({ parameter, how, value, unit: "m/s", shown: "5 km/s" }) as unknown as Assumption;
const answer = (position: string, ...assumptions: Assumption[]) => ({ position, assumptions }) as unknown as Answer;

beforeEach(() => (app.desk = DESK));
afterEach(() => ((app.desk = undefined), (app.shown = plainly())));
const LAID = {
  ...nothingLaid(),
  sets: { "rules.least": "8 km/s" },
  measures: ["cap", "ban"],
  asOf: "1999-01-01",
  options: { site: "depot" },
};

describe("what lies over every position", () => {
  it("is named with its value and unit, whether it has a slider or not", () => {
    expect(over(LAID, CARD, []).map((one) => one.text)).toEqual([
      "least speed: 8\u202fkm/s",
      "a ban",
      "a cap",
      "statements up to 1999-01-01 only",
      "site asked of: the Depot",
    ]);
    expect(over(nothingLaid(), CARD, [])).toEqual([]);
  });
  it("is in the units switched to", () => {
    app.shown = { ...plainly(), units: "mi" };
    expect(over(LAID, CARD, [])[0]!.text).toBe("least speed: 4.971\u202fmi/s");
  });
  it("can each be taken away, the others staying", () => {
    for (const one of over(LAID, CARD, [])) {
      const left = over({ ...LAID, ...one.without }, CARD, []).map((it) => it.id);
      expect(left).toEqual(over(LAID, CARD, []).map((it) => it.id).filter((id) => id !== one.id));
    }
  });
  it("says where nothing that is asked reads it", () => {
    const but = (...assumptions: Assumption[]) => Object.fromEntries(over(LAID, CARD, [answer("x", ...assumptions)]).map((one) => [one.id, one.but]));
    const none = but(assumes("rules.more"));
    expect(none["set rules.least"]).toBe("nothing asked here reads it");
    expect(none["measure cap"]).toBe("nothing asked here reads it");
    expect(none["measure ban"]).toBe(""); // what it takes away is no longer there to be read
    const read = but(assumes("rules.least", "set"), assumes("rockets.r.speed", "measure"));
    expect(read["set rules.least"]).toBe("");
    expect(read["measure cap"]).toBe("");
  });
  it("counts a blind side of a radar as read with any number of the radar", () => {
    const but = (parameter: string) => over({ ...nothingLaid(), measures: ["blind"] }, CARD, [answer("x", assumes(parameter))])[0]!.but;
    expect(but("radars.r.sector")).toBe("");
    expect(but("radars.other.sector")).toBe("nothing asked here reads it");
  });
  it("says where a measure puts another value in its place", () => {
    const laid = { ...nothingLaid(), sets: { "rules.least": "8 km/s" }, measures: ["cap"] };
    expect(over(laid, CARD, [answer("x", assumes("rules.least", "measure"))])[0]!.but).toBe("a measure makes it 5\u202fkm/s");
  });
});

describe("what an answer was computed with", () => {
  it("counts a block as read with its parts, but no name that merely begins alike", () => {
    const list = [answer("x", assumes("radars.r.reach.range"))];
    expect(reads(["radars.r.reach"], list)).toBe(true);
    expect(reads(["radars.r.reach.range"], list)).toBe(true);
    expect(reads(["radars.r.rea"], list)).toBe(false);
  });
  it("is known position by position", () => {
    const list = [answer("x", assumes("s", "measure", 5000)), answer("y", assumes("s", "own", 4000))];
    expect(measured("s", list)).toEqual([{ position: "x", value: "5\u202fkm/s", si: 5000, unit: "m/s" }]);
    expect(ruled(measured("s", list), list)).toEqual({ says: "a measure makes it 5\u202fkm/s for x", everybody: false });
    expect(ruled(measured("s", list), list.slice(0, 1))).toEqual({ says: "a measure makes it 5\u202fkm/s for everybody", everybody: true });
    expect(ruled([], list)).toEqual({ says: "", everybody: false });
  });
});
