import { describe, expect, it } from "vitest";
import type { One } from "../../src/state/asked.svelte";
import { sided } from "../../src/verdicts/sides";

const one = (position: string, value: number) => ({ position, waiting: false, answer: { headline: { value } } }) as unknown as One;
const values = (now: One[], kept: One[]) =>
  sided(now, kept).map(({ position, a, b }) => [position, a?.answer?.headline.value, b?.answer?.headline.value]);

describe("two states beside each other", () => {
  it("have what was kept as A and what is now as B", () => {
    expect(values([one("x", 0), one("y", 0.2)], [one("x", 1), one("y", 0.5)])).toEqual([
      ["x", 1, 0],
      ["y", 0.5, 0.2],
    ]);
  });
  it("have positions of one state alone on its own side", () => {
    expect(values([one("x", 0), one("new", 0.3)], [one("gone", 0.7), one("x", 1)])).toEqual([
      ["x", 1, 0],
      ["new", undefined, 0.3],
      ["gone", 0.7, undefined],
    ]);
  });
  it("are one where nothing is compared", () => {
    expect(values([one("x", 0)], [])).toEqual([["x", undefined, 0]]);
  });
});
