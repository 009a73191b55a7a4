import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Back } from "../../src/api/back.svelte";
import { back } from "../../src/api/back.svelte";
import { Refused } from "../../src/api/client";
import { Rested } from "../../src/views/rested.svelte";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("a server that is gone", () => {
  it("is asked by itself, more and more rarely, until it is back", async () => {
    let alive = false;
    const health = vi.fn(async () => alive);
    const found = new Back(health);
    found.lost();
    found.lost();
    await vi.advanceTimersByTimeAsync(7_000);
    expect(health).toHaveBeenCalledTimes(3); // after 1, 3 and 7 seconds
    expect([found.down, found.times]).toEqual([true, 0]);
    alive = true;
    await vi.advanceTimersByTimeAsync(8_000);
    expect([found.down, found.times]).toEqual([false, 1]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(health).toHaveBeenCalledTimes(4);
  });
});

describe("what was refused", () => {
  const wrong = { status: 422, kind: "", what: "no", where: "", why: "", fix: "" };
  it("is not asked again until the state changes or the server comes back", async () => {
    const rested = new Rested<number>();
    const job = vi.fn(async () => {
      throw new Refused(wrong);
    });
    for (let at = 0; at < 5; at++) {
      rested.ask("one", job);
      await vi.advanceTimersByTimeAsync(1_000);
    }
    expect(job).toHaveBeenCalledTimes(1);
    expect(rested.error?.wrong.what).toBe("no");
    rested.ask("two", job);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(job).toHaveBeenCalledTimes(2);
    back.again();
    rested.ask("two", job);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(job).toHaveBeenCalledTimes(3);
  });
});
