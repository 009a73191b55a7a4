/** Which verdicts have just turned: positions whose test had one end and now has the other. */
import type { Verdict } from "./headline";

export type Verdicts = Record<string, Verdict>;

/** Positions that have turned from holding to failing or back between two settled states of one question. */
export function turned(before: Verdicts, now: Verdicts): string[] {
  const decided = (one: Verdict | undefined) => one === "holds" || one === "fails";
  return Object.keys(now).filter((key) => decided(before[key]) && decided(now[key]) && before[key] !== now[key]);
}
