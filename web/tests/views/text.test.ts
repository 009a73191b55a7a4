import { afterEach, describe, expect, it } from "vitest";
import type { Answer, Desk } from "../../src/api/types";
import { app } from "../../src/state/app.svelte";
import { nothingLaid, plainly } from "../../src/state/address";
import { amount, cell, inRow, isYear, meaning, number, positioned, positionName, titled, told, toldIn, whose } from "../../src/views/columns/text";

const DESK = {
  names: { us: { en: "United States", ru: "США" }, russia: { en: "Russia", ru: "Россия" }, cap: { en: "speed cap", ru: "предел скорости" } },
  sliders: [{ parameter: "interceptors.x.burnout_speed", name: { en: "X: burnout speed", ru: "X: скорость" } }],
  parameters: [{ path: "interceptors.x.burnout_speed" }],
} as unknown as Desk;

afterEach(() => {
  app.shown = plainly();
  app.desk = undefined;
  app.cards = [];
});

describe("numbers of tables", () => {
  it("are shown as a reader needs them", () => {
    expect(number(0.1917, { name: "share", unit: "1" })).toBe("19");
    expect(number(0.0153, { name: "share", unit: "1" })).toBe("1.5");
    expect(number(-839.53, { name: "margin_s", unit: "s" })).toBe("−840");
    expect(number(6300, { name: "speed", unit: "m/s" })).toBe("6.3");
    expect(amount(Math.PI / 2, { name: "angle", unit: "rad" })).toBe("90°");
    expect(amount(0.5, { name: "share", unit: "1" })).toBe("50\u202f%");
  });
  it("have years as years", () => {
    expect(number(2017.5, { name: "ready_year", unit: "year" })).toBe("mid-2017");
    expect(isYear({ name: "lead_years", unit: "years" })).toBe(false);
  });
  it("follow language and miles", () => {
    app.shown = { ...plainly("ru"), units: "mi" };
    expect(amount(1609.344, { name: "range", unit: "m" })).toBe("1\u202fмиль");
    expect(number(0.0153, { name: "share", unit: "1" })).toBe("1,5");
  });
  it("are a dash where there is none, and yes or no where that is the question", () => {
    expect([null, undefined, "", NaN].map((one) => cell(one, { name: "x" }))).toEqual(["–", "–", "–", "–"]);
    expect([true, false].map((one) => cell(one, { name: "x" }))).toEqual(["yes", "no"]);
  });
  it("take the unit of their row where rows differ in it", () => {
    expect(inRow(-266, { name: "share", unit: "1" }, "s")).toBe("−266\u202fs");
    expect(inRow(0.5, { name: "share", unit: "1" }, undefined)).toBe("50");
  });
});

describe("texts of tables", () => {
  it("are called by the kind that their column names, where things of several kinds share an identifier", () => {
    app.desk = { ...DESK, names: { hill: "Hill", "radars.hill": { en: "Radar on the hill", ru: "радар на холме" } } } as unknown as Desk;
    expect(toldIn("hill", { name: "radar", kind: "radars" })).toBe("Radar on the hill");
    expect(toldIn("hill", { name: "site", kind: "sites" })).toBe("Hill");
    expect(toldIn("hill", undefined)).toBe("Hill");
  });
  it("are called as the dossier calls them, also several joined by a sign", () => {
    app.desk = DESK;
    expect(told("us → russia")).toBe("United States → Russia");
    expect(told("us+cap")).toBe("United States + speed cap");
    expect(told("interceptors.x.burnout_speed")).toBe("X: burnout speed");
    app.shown = plainly("ru");
    expect(told("us → russia")).toBe("США → Россия");
  });
  it("stay as they are where nobody has a name for them", () => {
    expect(told("8 km/s")).toBe("8 km/s");
    expect(told("some_new_word")).toBe("some new word");
    expect(told("A sentence, with commas")).toBe("A sentence, with commas");
  });
  it("name the column of a test in the language of the page", () => {
    const means = { en: "within reach", ru: "доля достижимых" };
    app.cards = [{ columns: { share_reachable: { means } } }] as never;
    app.shown = plainly("ru");
    expect(told("share_reachable <= 5 %")).toBe("доля достижимых ≤ 5 %");
  });
});

describe("heads of columns", () => {
  it("prefer the short text, then the meaning, then the name without its unit", () => {
    expect(titled({ name: "speed_m_s", unit: "m/s", short: "speed", means: "a long meaning" })).toBe("speed, km/s");
    expect(meaning({ name: "latest_launch_s", unit: "s" })).toBe("latest launch");
  });
  it("are a party's name where each party has a column, not another card's column of that name", () => {
    app.desk = DESK;
    app.cards = [{ columns: { us: { means: "coverage" } } }] as never;
    expect(meaning({ name: "us" })).toBe("United States");
  });
  it("take the card's where an answer has one language only", () => {
    app.cards = [{ columns: { x: { means: { en: "reach", ru: "досягаемость" } } } }] as never;
    app.shown = plainly("ru");
    expect(meaning({ name: "x", means: "reach" })).toBe("досягаемость");
  });
});

describe("positions", () => {
  it("are called by party and overlay; what the page lays over all goes without saying", () => {
    app.desk = DESK;
    const text = "us+set:interceptors.x.burnout_speed=6.3 km/s+cap";
    expect(positionName(text)).toBe("United States + X: burnout speed = 6.3\u202fkm/s + speed cap");
    app.laid = { ...nothingLaid(), sets: { "interceptors.x.burnout_speed": "6.3 km/s" }, measures: ["cap"] };
    expect(positionName(text)).toBe("United States");
    expect(told(`${text} → russia+cap`)).toBe("United States → Russia");
    app.laid = nothingLaid();
  });
  it("are told in full where they were laid one by one, the day included", () => {
    app.desk = DESK;
    app.laid = { ...nothingLaid(), sets: { "interceptors.x.burnout_speed": "6.3 km/s" } };
    expect(positioned("us+set:interceptors.x.burnout_speed=7 km/s")).toBe("United States + X: burnout speed = 7\u202fkm/s");
    expect(positioned("us@2008-06")).toBe("United States, as of 2008-06");
    app.laid = nothingLaid();
  });
});

describe("of two states compared", () => {
  it("a column below the verdicts says that it is of the one being changed", () => {
    app.desk = DESK;
    app.laid = nothingLaid();
    const answer = { position: "us", label: "us" } as Answer;
    expect(whose(answer)).toBe("United States");
    app.shown = { ...plainly(), versus: "d=x" };
    expect(whose(answer)).toBe("State B · United States");
    app.shown = { ...plainly("ru"), versus: "d=x" };
    expect(whose(answer)).toBe("Состояние Б · США");
  });
});
