import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { paced } from "../../src/assumptions/frame";

describe("a drag", () => {
  let frames: (() => void)[];
  let clock: number;
  let waiting: boolean;
  let seen: number[];
  beforeEach(() => {
    [frames, clock, waiting, seen] = [[], 1000, false, []];
    vi.stubGlobal("requestAnimationFrame", (call: () => void) => frames.push(call));
    vi.spyOn(performance, "now").mockImplementation(() => clock);
  });
  afterEach(() => (vi.unstubAllGlobals(), vi.restoreAllMocks()));
  const slide = () =>
    paced(
      (value: number) => seen.push(value),
      () => waiting,
    );
  const frame = () => ((clock += 16), frames.splice(0).forEach((call) => call()));

  it("asks once a frame, with the last value given", () => {
    const { later } = slide();
    for (const value of [1, 2, 3]) later(value);
    expect(seen).toEqual([]);
    frame();
    later(4);
    frame();
    frame();
    expect(seen).toEqual([3, 4]);
  });

  it("lets answers on their way come, but does not wait for slow ones", () => {
    const { later } = slide();
    later(1);
    frame();
    waiting = true;
    later(2);
    frame();
    frame();
    expect(seen).toEqual([1]);
    waiting = false;
    frame();
    expect(seen).toEqual([1, 2]);
    waiting = true;
    later(3);
    for (let i = 0; i < 8; i += 1) frame();
    expect(seen).toEqual([1, 2, 3]);
  });

  it("asks for its last value at once when it ends, and not again", () => {
    const { later, now } = slide();
    waiting = true;
    later(1);
    now();
    now();
    frame();
    expect(seen).toEqual([1]);
  });
});
