/** Whether a number as printed passes the test beside it exactly if the number itself does. */
import { showing } from "../units/shown";

const SI: Record<string, (value: number) => number> = {
  "%": (value) => value / 100,
  "km/s": (value) => value * 1e3,
  km: (value) => value * 1e3,
  deg: (value) => (value * Math.PI) / 180,
};
const SIGNS: Record<string, (one: number, two: number) => boolean> = {
  "=": (one, two) => one === two,
  "<": (one, two) => one < two,
  "<=": (one, two) => one <= two,
  ">": (one, two) => one > two,
  ">=": (one, two) => one >= two,
};

/** Of a test such as `share_reachable <= 10 %` and a value in SI; without a test, whatever is printed is fair. */
export function asPrinted(test: string | undefined, value: number): (printed: number) => boolean {
  const found = /^\s*\w+\s*(<=|>=|=|<|>)\s*(\S+)\s*(\S*)\s*$/.exec(test ?? "");
  const [, sign = "", number = "", unit = ""] = found ?? [];
  const passes = SIGNS[sign];
  const bound = Number(number);
  if (!passes || !Number.isFinite(bound)) return () => true;
  const holds = passes(value, (SI[unit] ?? Number)(bound));
  const shown = bound * showing(unit || "").factor;
  return (printed) => passes(printed, shown) === holds;
}
