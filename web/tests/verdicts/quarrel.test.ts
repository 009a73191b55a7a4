import { afterEach, describe, expect, it } from "vitest";
import { plainly } from "../../src/state/address";
import { app } from "../../src/state/app.svelte";
import { truth } from "../../src/verdicts/truth";
import { dayShown } from "../../src/words/day";

afterEach(() => void (app.shown = plainly()));

describe("a statement in dispute", () => {
  const headline = (value: number | null, holds: boolean | null) => ({ value, test: "share = 0 %", holds });
  it("is true where the test of its question fares as it needs", () => {
    expect(truth(headline(0, true), "holds")).toBe("true");
    expect(truth(headline(0.2, false), "holds")).toBe("false");
    expect(truth(headline(0.2, false), "fails")).toBe("true");
    expect(truth(headline(0, true), "fails")).toBe("false");
  });
  it("is neither where there is no answer, and waits for one", () => {
    expect(truth(headline(null, null), "holds")).toBe("unknown");
    expect(truth(undefined, "holds")).toBe("waits");
  });
});

describe("a day", () => {
  it("is said as people say it, as exactly as it is known", () => {
    expect(["2007", "2007-09", "2007-09-27"].map(dayShown)).toEqual(["2007", "September 2007", "27 September 2007"]);
    app.shown = plainly("ru");
    expect(dayShown("2007-09-27")).toMatch(/^27 сентября 2007/);
    expect(["", "undated", "early 2007"].map(dayShown)).toEqual(["", "undated", "early 2007"]);
  });
});
