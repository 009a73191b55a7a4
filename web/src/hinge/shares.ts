/** Shares of disputes, pair by pair, as the answer has them. */
import type { Answer, Desk, Slider } from "../api/types";
import { column, has, numbers, table, texts } from "../views/columns/table";

export interface Share {
  dispute: string;
  share: number;
  /** Standard error of a sampled share; zero of an exact one. */
  error: number;
  /** The least and the most that it adds in any order. */
  least: number;
  most: number;
}
export interface Pair {
  pair: string;
  shares: Share[];
}

/** In the order of the answer: pair by pair, the weightiest dispute first. */
export function pairs(answer: Answer): Pair[] {
  const of = table(answer, "shares");
  const [share, error, dispute] = [numbers(of, "share"), numbers(of, "error"), texts(of, "dispute")];
  const [least, most] = ["least", "most"].map((end) => (has(of, end) ? numbers(of, end) : share)) as [number[], number[]];
  const found = new Map<string, Share[]>();
  texts(of, "pair").forEach((pair, row) => {
    const mine = found.get(pair) ?? [];
    mine.push({ dispute: dispute[row]!, share: share[row]!, error: has(of, "error") ? error[row]! : 0, least: least[row]!, most: most[row]! });
    found.set(pair, mine);
  });
  return [...found].map(([pair, shares]) => ({ pair, shares }));
}

export const shareColumn = (answer: Answer) => column(table(answer, "shares"), "share");

/** The longest bar of all pairs: they share one scale. */
export const longest = (of: Pair[]): number =>
  Math.max(0, ...of.flatMap((one) => one.shares.map(({ share }) => Math.abs(share)).filter(Number.isFinite)));

/** The slider of a dispute (a number rather than a choice), or of a parameter that no dispute lists. */
export function sliderOf(desk: Desk, dispute: string): Slider | undefined {
  const mine = desk.sliders.filter((one) => one.dispute === dispute || one.parameter === dispute);
  return mine.find((one) => one.type === "number") ?? mine[0];
}

export interface Flip {
  position: string;
  parameter: string;
  /** SI. */
  value: number;
  unit: string;
  /** As they are written: the last value before the verdict turns, and the first after it. */
  before: string;
  after: string;
}

/** Every value at which a verdict turns. */
export function flips(answer: Answer | undefined): Flip[] {
  if (!answer) return [];
  const of = table(answer, "flips");
  const [value, unit, parameter] = [numbers(of, "flip_si"), texts(of, "unit"), texts(of, "parameter")];
  const [before, after] = [texts(of, "last"), texts(of, "flip")];
  return texts(of, "position")
    .map((position, row) => ({ position, parameter: parameter[row]!, value: value[row]!, unit: unit[row]!, before: before[row]!, after: after[row]! }))
    .filter((one) => Number.isFinite(one.value));
}

/** Sentences that the card's first page names as its headlines for `column`. */
export function sentences(answer: Answer, columnName: string) {
  const found = answer.headlines.filter((one) => one.column === columnName).map((one) => one.sentence);
  return [...new Map(found.map((one) => [JSON.stringify(one), one])).values()];
}

/** As it is shown: a tenth of a point is as much as anybody reads of a share; from ten on whole points are shown anyway. */
export const rounded = (value: number, { unit, factor }: { unit: string; factor: number }): number => {
  const points = value * factor;
  return unit === "%" && Math.abs(points) < 9.5 ? Math.round(10 * points) / 10 || 0 : points;
};
