/** Which names are shown, and on which side of their places, where they would cover each other. */
import type { Role, Spot } from "../map/scene";

/** A place on the screen, pixels. */
export interface Seen {
  spot: Spot;
  x: number;
  y: number;
}
export interface Name extends Seen {
  side: "right" | "left" | "above" | "below";
}
type Box = [left: number, top: number, right: number, bottom: number];

export const ASIDE = 8; // from the middle of a place to its name
export const TALL = 17;
const MARK = 5; // half of a place's mark
const RANK: Record<Role, number> = { site: 0, "launch-area": 1, radar: 2, base: 3, target: 3, place: 4, meeting: 9 };

/** The most important first; each name once; meetings have none. */
export function named(places: Seen[], width: number, height: number, wide: (text: string) => number): Name[] {
  const taken: Box[] = places.map(({ x, y }) => [x - MARK, y - MARK, x + MARK, y + MARK]);
  const found = new Map<string, Name>();
  const rank = ({ spot }: Seen) => RANK[spot.role] - (spot.emphasis ? 1.5 : 0);
  for (const seen of [...places].sort((one, other) => rank(one) - rank(other))) {
    const text = seen.spot.label;
    if (!text || seen.spot.role === "meeting" || found.has(text)) continue;
    for (const [side, box] of boxes(seen, wide(text))) {
      const out = box[0] < 0 || box[1] < 0 || box[2] > width || box[3] > height;
      if (out || taken.some((one) => meet(one, box))) continue;
      taken.push(box);
      found.set(text, { ...seen, side });
      break;
    }
  }
  return [...found.values()];
}

const boxes = ({ x, y }: Seen, wide: number): [Name["side"], Box][] => [
  ["right", [x + ASIDE, y - TALL / 2, x + ASIDE + wide, y + TALL / 2]],
  ["left", [x - ASIDE - wide, y - TALL / 2, x - ASIDE, y + TALL / 2]],
  ["above", [x - wide / 2, y - ASIDE - TALL, x + wide / 2, y - ASIDE]],
  ["below", [x - wide / 2, y + ASIDE, x + wide / 2, y + ASIDE + TALL]],
];
const meet = (one: Box, other: Box): boolean =>
  one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3];
