/** Where values stand on the track of a slider, and what text sets them. */
import type { Mark, Slider } from "../api/types";
import { setting } from "../pages/amount";
import { showing } from "../units/shown";

/** How far along the track a value stands: 0 at the low end, 1 at the high one. */
export function share({ low, high, scale }: Slider, value: number): number {
  const on = scale === "log" ? Math.log : (x: number) => x;
  const at = (on(value) - on(low)) / (on(high) - on(low));
  return Math.min(1, Math.max(0, at));
}

/** A value as the native range counts: its logarithm on a logarithmic track. */
export const counted = ({ scale }: Slider, value: number): number => (scale === "log" ? Math.log10(value) : value);

/** The value, on a step, where the native range stands. */
export const valueAt = (slider: Slider, count: number): number =>
  stepped(slider, slider.scale === "log" ? 10 ** count : count);

/** The nearest value on a step within the track; on a logarithmic one, two digits. */
export function stepped({ low, high, step, scale }: Slider, value: number): number {
  const near = scale === "log" ? Number(value.toPrecision(2)) : low + Math.round((value - low) / step) * step;
  return Math.min(high, Math.max(low, tidy(near)));
}

/** The value some steps further; from a claim that stands between two steps, to the next one on that side. */
export function moved(slider: Slider, value: number, steps: number): number {
  const { low, step, scale } = slider;
  if (scale === "log") return stepped(slider, value * 10 ** (steps / 20));
  const at = (value - low) / step;
  const from = steps > 0 ? Math.floor(at + 1e-6) : Math.ceil(at - 1e-6);
  return stepped(slider, low + (from + steps) * step);
}

/** The text that sets a value, as on the command line. */
export const written = (slider: Slider, value: number | string): string => setting(value, slider.unit) ?? String(value);

/** The number that a set text holds in the slider's unit; undefined where it is written in another way. */
export function readValue(slider: Slider, text: string | undefined): number | undefined {
  const found = /^([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)\s*(.*)$/i.exec(text?.trim() ?? "");
  if (!found || written(slider, 1) !== [1, found[2]].filter(Boolean).join(" ")) return undefined;
  return Number(found[1]);
}

/** Which row above the track each mark stands in, so that none hides another, its interval included. */
export function rows(slider: Slider, marks: Mark[], width: number): number[] {
  const taken: [number, number][][] = [];
  return marks.map((mark) => {
    const at = share(slider, Number(mark.value));
    const from = Math.min(at - width / 2, share(slider, mark.low ?? Number(mark.value)));
    const to = Math.max(at + width / 2, share(slider, mark.high ?? Number(mark.value)));
    let row = taken.findIndex((spans) => spans.every(([low, high]) => to <= low || high <= from));
    if (row < 0) row = taken.push([]) - 1;
    taken[row]!.push([from, to]);
    return row;
  });
}

/** Whether the marks differ: otherwise nobody disputes the number as of this date. */
export const differ = (marks: Mark[]): boolean => new Set(marks.map((one) => String(one.value))).size > 1;

/** Whether no side has said a number of its own: all hold what is common, which is no agreement. */
export const unsaid = (marks: Mark[]): boolean => marks.length > 0 && marks.every((one) => one.how === "common");

/** The claim that the first arrow key takes up: upwards the least that anybody holds, downwards the greatest. */
export function begun(slider: Slider, steps: number): number {
  const held = slider.marks.map((mark) => Number(mark.value));
  if (!held.length) return stepped(slider, (slider.low + slider.high) / 2);
  return steps > 0 ? Math.min(...held) : Math.max(...held);
}

/** A number of one unit (SI, as answers have it) in the unit of a slider. */
export const inUnit = (value: number, unit: string, slider: Pick<Slider, "unit">): number =>
  tidy((value * showing(unit).factor) / showing(slider.unit).factor);

const tidy = (value: number): number => Number(value.toPrecision(12));
