import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { nothingLaid } from "../../src/state/address";
import { Ranges } from "../../src/verdicts/ranges.svelte";

const LAID = nothingLaid();
const answer = { headline: { low: 0, high: 1 }, rests: null, published: [] };
const replies = (after: number) =>
  vi.fn(
    (path: string, { signal }: { signal?: AbortSignal }) =>
      new Promise((done, fail) => {
        expect(path).toContain("interval=true");
        signal?.addEventListener("abort", () => fail(signal.reason));
        setTimeout(() => done({ ok: true, json: async () => ({ answers: [answer] }) }), after);
      }),
  );

beforeEach(() => {
  vi.useFakeTimers();
  // Node's own clock knows nothing of the one turned here.
  vi.spyOn(AbortSignal, "timeout").mockImplementation((ms) => {
    const stop = new AbortController();
    setTimeout(() => stop.abort(), ms);
    return stop.signal;
  });
});
afterEach(() => (vi.useRealTimers(), vi.restoreAllMocks(), vi.unstubAllGlobals()));

describe("ranges of headlines", () => {
  it("are asked position by position once hands are still", async () => {
    const fetch = replies(1_000);
    vi.stubGlobal("fetch", fetch);
    const ranges = new Ranges();
    ranges.ask("reach", LAID, ["x", "y"], "v");
    await vi.advanceTimersByTimeAsync(1_900);
    expect(fetch).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(3_000);
    expect(["x", "y"].map((one) => ranges.of("reach", LAID, one, "v")?.headline.high)).toEqual([1, 1]);
  });
  it("that take long are given up, all of them, and computed when somebody insists", async () => {
    const fetch = replies(60_000);
    vi.stubGlobal("fetch", fetch);
    const ranges = new Ranges();
    ranges.ask("cover", LAID, ["x", "y"], "v");
    await vi.advanceTimersByTimeAsync(30_000);
    expect(fetch).toHaveBeenCalledTimes(1);
    expect(["x", "y"].map((one) => ranges.takesLong("cover", LAID, one, "v"))).toEqual([true, true]);
    const done = ranges.insist("cover", LAID, "y", "v");
    await vi.advanceTimersByTimeAsync(61_000);
    await done;
    expect(ranges.of("cover", LAID, "y", "v")?.headline.high).toBe(1);
  });
});
