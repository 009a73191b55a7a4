/** Which answers share a map: one map for each position side by side, or all of them over one another. */
import type { Answer } from "../api/types";
import type { Scene } from "./scene";

export interface Drawing {
  position: string;
  answer?: Answer;
  scene: Scene;
  /** Number of the style of the position among those laid over one another; none where it has a map to itself. */
  series?: number;
  /** Its place among them: the later lies thinner on the earlier. */
  rank: number;
}
export interface Sheet {
  key: string;
  /** Empty where several positions share it. */
  position: string;
  /** Whether it shows the state that is compared with. */
  other: boolean;
  drawings: Drawing[];
}
export interface Entry {
  position: string;
  other: boolean;
  answer?: Answer;
  scene: Scene;
}

/** Each position's map under the state kept before its map under the present one, so that A and B stand beside each other. */
export function paired(now: Entry[], kept: Entry[]): Entry[] {
  const positions = [...new Set([...now, ...kept].map((one) => one.position))];
  return positions.flatMap((position) => [...kept, ...now].filter((one) => one.position === position));
}

export function sheets(entries: Entry[], show: "side" | "over", parties: string[]): Sheet[] {
  if (show === "side" || entries.length < 2)
    return entries.map(({ position, other, answer, scene }) => ({
      ...{ key: `${position} ${other}`, position, other },
      drawings: [{ position, answer, scene, rank: 0 }],
    }));
  const states = [true, false].filter((other) => entries.some((one) => one.other === other));
  return states.map((other) => {
    const here = entries.filter((one) => one.other === other);
    const series = numbered(
      here.map((one) => one.position),
      parties,
    );
    const style = (rank: number) => (here.length > 1 ? series[rank] : undefined);
    const drawings = here.map(({ position, answer, scene }, rank) => ({
      position,
      answer,
      scene,
      rank,
      series: style(rank),
    }));
    return { key: `over ${other}`, position: here.length > 1 ? "" : here[0]!.position, other, drawings };
  });
}

/** The number of each position's style: that of its party, as everywhere on the page; the next free one if that is taken. */
export function numbered(positions: string[], parties: string[]): number[] {
  const taken = new Set<number>();
  return positions.map((position) => {
    let number = Math.max(0, parties.indexOf(position.split("+")[0]!));
    while (taken.has(number)) number++;
    taken.add(number);
    return number;
  });
}

/** How many maps stand side by side in so many pixels; of two states compared, two, so that A has B beside it. */
export const abreast = (width: number, count: number, compared = false): number =>
  Math.max(1, Math.min(count, width >= 960 && !compared ? 3 : width >= 560 ? 2 : 1));
