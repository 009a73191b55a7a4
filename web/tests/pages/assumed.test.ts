import { beforeEach, describe, expect, it } from "vitest";
import type { Assumption, Desk } from "../../src/api/types";
import { assumed, ways } from "../../src/shell/assumed";
import { came, holders, sure } from "../../src/shell/held";
import { app } from "../../src/state/app.svelte";
import { WORDS } from "../../src/words";

const held = (parameter: string, claim: string, how: string, why = "") =>
  ({ parameter, claim, how, why, by: claim, status: "recalled", shown: claim, value: null, means: "" }) as unknown as Assumption;
const answer = (position: string, assumptions: Assumption[]) => ({ position, assumptions });
const who = (rows: ReturnType<typeof assumed>["alike"]) => rows.map((row) => row.held.map((one) => one.holders.map((holder) => holder.position)));

describe("assumptions on paper", () => {
  it("stand once where all hold the same claim, whoever came by it how", () => {
    const both = assumed([answer("a", [held("x", "1", "own")]), answer("b", [held("x", "1", "adopted")])]);
    expect(both.differing).toEqual([]);
    expect(who(both.alike)).toEqual([[["a", "b"]]]);
  });

  it("stand with who holds them where claims differ, or one holds none", () => {
    const both = assumed([answer("a", [held("y", "1", "own"), held("x", "1", "own")]), answer("b", [held("x", "2", "own")])]);
    expect(both.alike).toEqual([]);
    expect(both.differing.map((row) => row.parameter)).toEqual(["x", "y"]);
    expect(who(both.differing)).toEqual([[["a"], ["b"]], [["a"]]]);
  });

  it("keep the same value of two speakers apart, and one that two set by hand together", () => {
    const set = { ...held("x", "", "set"), shown: "6 km/s" };
    expect(assumed([answer("a", [held("x", "1", "own")]), answer("b", [held("x", "2", "own")])]).differing).toHaveLength(1);
    expect(who(assumed([answer("a", [set]), answer("b", [set])]).alike)).toEqual([[["a", "b"]]]);
  });
});

describe("who holds a number", () => {
  beforeEach(() => {
    app.desk = { names: { a: { en: "A-land", ru: "А-ландия" }, b: { en: "B-land", ru: "Б-ландия" }, c: { en: "Critics", ru: "Критики" } }, sliders: [], parameters: [] } as unknown as Desk;
    app.shown = { ...app.shown, lang: "en" };
  });
  const three = assumed([
    answer("a", [held("x", "1", "adopted", "no figure of its own was found")]),
    answer("b", [held("x", "1", "adopted", "no figure of its own was found")]),
    answer("c", [held("x", "1", "own")]),
  ]).alike[0]!.held[0]!;

  it("is told for each party by its own way, never by that of the first", () => {
    expect(holders(three, 3)).toBe("A-land, B-land: adopted claim (no figure of its own was found); Critics: own claim");
    expect(ways(three).map(({ how, positions }) => [how, positions])).toEqual([["adopted", ["a", "b"]], ["own", ["c"]]]);
    app.shown = { ...app.shown, lang: "ru" };
    expect(holders(three, 3)).toMatch(/Критики: собственное утверждение$/);
  });

  it("does not depend on the order of the parties", () => {
    const turned = { ...three, holders: [...three.holders].reverse() };
    const told = (one: typeof three) => holders(one, 3).split("; ").map((way) => way.split(": ").reverse().join("|"));
    expect(told(turned).map((one) => one.split("|")[0]).sort()).toEqual(told(three).map((one) => one.split("|")[0]).sort());
  });

  it("is told once where all came by it in the same way", () => {
    const alike = assumed([answer("a", [held("x", "1", "common")]), answer("b", [held("x", "1", "common")])]).alike[0]!.held[0]!;
    expect(holders(alike, 2)).toBe("every party: common claim");
  });

  it("has the same words wherever it stands", () => {
    for (const lang of ["en", "ru"] as const) {
      const [pages, views, common] = [WORDS[lang].pages!, WORDS[lang].views!, WORDS[lang].common!];
      for (const one of ["read", "secondary", "recalled", "derived", "assumed"]) expect([one, views[`is_${one}`]]).toEqual([one, pages[`status_${one}`]]);
      for (const one of ["own", "adopted", "common"]) expect([one, views[`is_${one}`]]).toEqual([one, common[one]]);
    }
    app.shown = { ...app.shown, lang: "en" };
    expect([came("own"), came("set"), came("measure"), came("?"), sure("recalled")]).toEqual(["own claim", "set by hand", "by a measure", "?", "recalled"]);
  });
});
