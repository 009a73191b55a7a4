import { describe, expect, it } from "vitest";
import type { Assumption } from "../../src/api/types";
import { assumed } from "../../src/shell/assumed";

const held = (parameter: string, claim: string, how: string) => ({ parameter, claim, how, shown: claim, value: null, means: "" }) as unknown as Assumption;
const answer = (position: string, assumptions: Assumption[]) => ({ position, assumptions });

describe("assumptions on paper", () => {
  it("stand once where all hold the same claim, whoever came by it how", () => {
    const both = assumed([answer("a", [held("x", "1", "own")]), answer("b", [held("x", "1", "adopted")])]);
    expect(both.differing).toEqual([]);
    expect(both.alike.map((row) => row.held.map((one) => one.positions))).toEqual([[["a", "b"]]]);
  });

  it("stand with who holds them where claims differ, or one holds none", () => {
    const both = assumed([answer("a", [held("y", "1", "own"), held("x", "1", "own")]), answer("b", [held("x", "2", "own")])]);
    expect(both.alike).toEqual([]);
    expect(both.differing.map((row) => [row.parameter, row.held.map((one) => one.positions)])).toEqual([
      ["x", [["a"], ["b"]]],
      ["y", [["a"]]],
    ]);
  });
});
