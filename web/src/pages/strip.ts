/** Differences in units of their tolerance, laid along one line each topic. */
import type { ValidationCase } from "../api/types";

export interface Dot {
  one: ValidationCase;
  /** Difference over tolerance; within ±1 it agrees. */
  ratio: number;
}

export const TICKS = [-1000, -100, -10, -1, 0, 1, 10, 100, 1000];

/** What can be drawn: cases with numbers and a tolerance that is not nil. */
export function dots(cases: ValidationCase[]): Dot[] {
  return cases.flatMap((one) => {
    const { difference, tolerance } = one.numbers;
    return difference === null || !tolerance ? [] : [{ one, ratio: difference / tolerance }];
  });
}

/** Even near nought, by powers of ten far from it; ±1 is a third of the way to ±10. */
export const spread = (ratio: number): number => Math.sign(ratio) * Math.log10(1 + Math.abs(ratio));

/** Pixels from `from` to `to` for ratios from -most to most; beyond, they stand at the edge. */
export function placer(most: number, from: number, to: number): (ratio: number) => number {
  const end = spread(most);
  const middle = (from + to) / 2;
  return (ratio) => middle + (Math.max(-end, Math.min(end, spread(ratio))) / end) * ((to - from) / 2);
}
