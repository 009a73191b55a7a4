/** Claims of one parameter on a common axis. */
import { scaleLinear, scaleLog } from "d3-scale";
import type { Claim } from "../api/types";
import { scaled } from "./amount";

export interface Bar {
  claim: Claim;
  at: number;
  low: number;
  high: number;
  /** Whether the point is ours: the middle of an interval whose speaker named none. */
  ours: boolean;
}
export interface Axis {
  bars: Bar[];
  ticks: { at: number; value: number }[];
}
const FAR_APART = 50; // as sliders have it: beyond such a ratio even steps hide the small ones
const ROOM = 0.08;

/** Places in pixels from `from` to `to`; none if the claims are no numbers. */
export function axis(claims: Claim[], unit: string, from: number, to: number): Axis | undefined {
  const said = claims.filter((one) => typeof one.value === "number");
  if (!said.length) return undefined;
  const { factor } = scaled(unit);
  const ends = said.flatMap((one) => [one.low, one.value as number, one.high]).filter((one) => one !== null);
  const low = Math.min(...ends) * factor;
  const high = Math.max(...ends) * factor;
  const log = low > 0 && high / low >= FAR_APART;
  const room = (high - low) * ROOM || Math.abs(high) * 0.5 || 1;
  const scale = log
    ? scaleLog().domain([low / 1.3, high * 1.3]).range([from, to])
    : scaleLinear().domain([low - room, high + room]).range([from, to]);
  const place = (value: number) => scale(value * factor);
  const few = Math.max(2, Math.round((to - from) / 90));
  const ticks = log ? powers(low / 1.3, high * 1.3) : scale.ticks(few);
  return {
    bars: said.map((claim) => ({
      claim,
      at: place(claim.value as number),
      low: place(claim.low ?? (claim.value as number)),
      high: place(claim.high ?? (claim.value as number)),
      ours: claim.point === "midpoint",
    })),
    ticks: ticks.map((value) => ({ value, at: scale(value) })),
  };
}

function powers(low: number, high: number): number[] {
  const first = Math.ceil(Math.log10(low));
  const last = Math.floor(Math.log10(high));
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => 10 ** (first + i));
}
