/** Scales of the pictures: ends shared by a whole group, ticks at round numbers. */
import { scaleLinear } from "d3-scale";

export interface Tick {
  value: number;
  /** Where it stands, per cent of the width. */
  at: number;
}
export interface Axis {
  low: number;
  high: number;
  /** Value to per cent of the width, within `start` and 100. */
  at: (value: number) => number;
  ticks: Tick[];
}

/** Lowest and highest of the numbers that are any, with a little air; 0 and 1 where there are none. */
export function ends(values: Iterable<number>, air = 0.06, with_: number[] = []): [number, number] {
  let [low, high] = [Infinity, -Infinity];
  for (const one of [...values, ...with_]) {
    if (!Number.isFinite(one)) continue;
    low = Math.min(low, one);
    high = Math.max(high, one);
  }
  if (low > high) return [0, 1];
  const room = air * Math.max(high - low, Math.abs(high) * 0.01, 1e-9);
  return [low - room, high + room];
}

/** An axis from `low` to `high`; `start` leaves room at the left, in per cent. */
export function axis(low: number, high: number, count = 5, start = 0, whole = false): Axis {
  const scale = scaleLinear([low, high], [start, 100]);
  const ticks = scale.ticks(count).filter((value) => !whole || Number.isInteger(value));
  return { low, high, at: (value) => scale(value), ticks: ticks.map((value) => ({ value, at: scale(value) })) };
}

/** Middles of labels moved apart so that none is nearer to the next than `gap`, kept within the ends. */
export function spread(wanted: number[], gap: number, low: number, high: number): number[] {
  const order = wanted.map((_, at) => at).sort((a, b) => wanted[a]! - wanted[b]!);
  const placed = [...wanted];
  let last = low - gap;
  for (const at of order) last = placed[at] = Math.max(wanted[at]!, last + gap);
  let next = high + gap;
  for (const at of order.reverse()) next = placed[at] = Math.min(placed[at]!, next - gap);
  return placed;
}
