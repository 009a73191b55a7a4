import { describe, expect, it } from "vitest";
import { added, MOST, ticked } from "../../src/assumptions/held";

const PARTIES = ["independent", "russia", "us"];

describe("whose numbers", () => {
  it("means every party by none, in the address as on the command line", () => {
    expect(ticked([], PARTIES, "us", false)).toEqual(["independent", "russia"]);
    expect(ticked(["independent", "russia"], PARTIES, "us", true)).toEqual([]);
  });

  it("keeps parties in alphabetical order, whatever the order of ticking", () => {
    expect(ticked(["us"], PARTIES, "independent", true)).toEqual(["independent", "us"]);
  });

  it("never shows nobody", () => {
    expect(ticked(["us"], PARTIES, "us", false)).toEqual(["us"]);
  });

  it("adds a typed position to those shown, once, up to the server's limit", () => {
    const typed = "us+russia:burnout-speed";
    const more = added([], PARTIES, ` ${typed} `);
    expect(more).toEqual([...PARTIES, typed]);
    expect(added(more, PARTIES, typed)).toBe(more);
    expect(added(more, PARTIES, "  ")).toBe(more);
    const full = Array.from({ length: MOST }, (_, i) => `us@200${i}`);
    expect(added(full, PARTIES, "russia")).toBe(full);
    expect(ticked(more, PARTIES, typed, false)).toEqual([]);
  });
});
