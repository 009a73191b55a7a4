/** Which names are shown, and where beside their places, where they would cover each other. */
import type { Role, Spot } from "../map/scene";

/** A place on the screen, pixels. */
export interface Seen {
  spot: Spot;
  x: number;
  y: number;
}
/** With the way from the place to the middle of its name. */
export interface Name extends Seen {
  dx: number;
  dy: number;
}
type Box = [left: number, top: number, right: number, bottom: number];

export const TALL = 17;
const ASIDE = 8; // from the middle of a place to its name
const MARK = 5; // half of a place's mark
const WIDEST = 0.25; // share of the picture that one name may take
const RANK: Record<Role, number> = { site: 0, "launch-area": 1, radar: 2, base: 3, target: 3, place: 4, meeting: 9 };

/** The most important first; each name once; meetings have none. */
export function named(places: Seen[], width: number, height: number, wide: (text: string) => number): Name[] {
  const taken: Box[] = places.map(({ x, y }) => [x - MARK, y - MARK, x + MARK, y + MARK]);
  const found = new Map<string, Name>();
  const rank = ({ spot }: Seen) => RANK[spot.role] - (spot.emphasis ? 1.5 : 0);
  for (const seen of [...places].sort((one, other) => rank(one) - rank(other))) {
    const text = seen.spot.label;
    if (!text || seen.spot.role === "meeting" || found.has(text)) continue;
    const half = wide(text) / 2;
    if (2 * half > WIDEST * width) continue;
    for (const [dx, dy] of ways(half, seen.spot.emphasis ?? false)) {
      const [x, y] = [seen.x + dx, seen.y + dy];
      const box: Box = [x - half, y - TALL / 2, x + half, y + TALL / 2];
      const out = box[0] < 0 || box[1] < 0 || box[2] > width || box[3] > height;
      if (out || taken.some((one) => meet(one, box))) continue;
      taken.push(box);
      found.set(text, { ...seen, dx, dy });
      break;
    }
  }
  return [...found.values()];
}

/** Right, left, above, below; for what stands out also aslant. */
function ways(half: number, more: boolean): [number, number][] {
  const [side, rise] = [ASIDE + half, ASIDE + TALL / 2];
  const near: [number, number][] = [[side, 0], [-side, 0], [0, -rise], [0, rise]]; // prettier-ignore
  const slant = [1, -1].flatMap((down) => [-1, 1].map((right): [number, number] => [right * (half + MARK + 1), down * rise]));
  return more ? [...near, ...slant] : near;
}
const meet = (one: Box, other: Box): boolean =>
  one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3];
