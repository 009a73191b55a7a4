/** Geometry of the chart: where values of the slider stand, and lines through the points that there are. */
import { scaleLinear, scaleLog } from "d3-scale";
import type { Slider } from "../api/types";

export const LEFT = 34;
export const RIGHT = 102;
export const HIGH = 92;

export interface XAxis {
  at: (value: number) => number;
  back: (px: number) => number;
  ticks: number[];
}

export function xAxis(slider: Pick<Slider, "low" | "high" | "scale">, width: number): XAxis {
  const range = [LEFT, Math.max(LEFT + 40, width - RIGHT)];
  const scale = slider.scale === "log" ? scaleLog([slider.low, slider.high], range) : scaleLinear([slider.low, slider.high], range);
  const most = Math.max(2, Math.floor((range[1]! - LEFT) / 48));
  let ticks: number[] = scale.ticks(most);
  if (slider.scale === "log") ticks = ticks.filter((one) => Number.isInteger(Math.log10(one) + 1e-9) || Math.abs(Math.log10(one) % 1) < 1e-9);
  return { at: (value) => scale(value), back: (px) => scale.invert(px), ticks };
}

/** Shares from none to all; the room below and above keeps a line at either end in sight. */
export const yOfShare = (value: number): number => 6 + (HIGH - 12) * (1 - value);

/** From the least to the greatest of all lines. */
export function yAxis(lines: (number | null)[][], share: boolean): { at: (value: number) => number; low: number; high: number } {
  if (share) return { at: yOfShare, low: 0, high: 1 };
  const all = lines.flat().filter((one): one is number => one !== null && Number.isFinite(one));
  const [low, high] = all.length ? [Math.min(...all), Math.max(...all)] : [0, 1];
  const scale = scaleLinear([low, high === low ? low + 1 : high], [HIGH - 6, 6]);
  return { at: (value) => scale(value), low, high };
}

/** Where the line drawn is at a value; where it has a gap there, nowhere. */
export function along(x: number[], values: (number | null)[], at: number): number | undefined {
  const next = x.findIndex((one) => one >= at);
  const [right, left] = [values[next] ?? undefined, values[next - 1] ?? undefined];
  if (next < 0 || right === undefined || x[next] === at) return right;
  if (left === undefined) return undefined;
  return left + ((right - left) * (at - x[next - 1]!)) / (x[next]! - x[next - 1]!);
}

/** The last value of a line that there is. */
export function last(values: (number | null)[]): number | undefined {
  for (let at = values.length - 1; at >= 0; at--) if (values[at] !== null && values[at] !== undefined) return values[at]!;
  return undefined;
}

interface Spot {
  x: number;
  y: number;
}
/** How large each mark is drawn: those at one place lie in one another, the first outermost, for both axes are to scale. */
export function nested(spots: (Spot | undefined)[], size = 4.5): number[] {
  const near = (one: Spot, other: Spot | undefined) => other !== undefined && Math.hypot(other.x - one.x, other.y - one.y) < 2 * size;
  return spots.map((one, at) => size + (one ? 3.5 * spots.slice(at + 1).filter((other) => near(one, other)).length : 0));
}
