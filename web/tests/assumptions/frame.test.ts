import { afterEach, expect, it, vi } from "vitest";
import { perFrame } from "../../src/assumptions/frame";

afterEach(() => vi.unstubAllGlobals());

it("calls once a frame, with the last value given", () => {
  const frames: (() => void)[] = [];
  vi.stubGlobal("requestAnimationFrame", (call: () => void) => frames.push(call));
  const seen: number[] = [];
  const slide = perFrame((value: number) => seen.push(value));
  for (const value of [1, 2, 3]) slide(value);
  expect(seen).toEqual([]);
  expect(frames).toHaveLength(1);
  frames.shift()!();
  slide(4);
  frames.shift()!();
  expect(seen).toEqual([3, 4]);
});
