/** Names beside their places, without covering one another: the most important first, the rest left out. */
import type { At } from "./drawn";

export interface Label {
  text: string;
  x: number;
  y: number;
  anchor: "start" | "end" | "middle";
}
type Box = [left: number, top: number, right: number, bottom: number];
const RANK = { site: 0, "launch-area": 1, radar: 2, base: 3, target: 3, place: 4, meeting: 9 };
const GLYPH = 0.56; // width of a letter against its height, on average
const ASIDE = 7;
const ROOM = 20; // pixels of the map's width for each letter that a name may have

export function labels(spots: At[], width: number, height: number, size = 11): Label[] {
  const taken: Box[] = spots.map(({ x, y }) => [x - 4, y - 4, x + 4, y + 4]);
  const made: Label[] = [];
  const rank = ({ spot }: At) => RANK[spot.role] - (spot.emphasis ? 1.5 : 0);
  const named = new Set<string>();
  for (const { spot, x, y } of [...spots].sort((a, b) => rank(a) - rank(b))) {
    if (spot.role === "meeting" || x < 0 || y < 0 || x > width || y > height || named.has(spot.label)) continue;
    if (spot.label.length > width / ROOM) continue;
    const wide = spot.label.length * size * GLYPH;
    const tries: [Label["anchor"], number, number][] = [
      ["start", x + ASIDE, y + size * 0.35],
      ["end", x - ASIDE, y + size * 0.35],
      ["middle", x, y - ASIDE],
      ["middle", x, y + ASIDE + size * 0.8],
    ];
    for (const [anchor, at, base] of tries) {
      const left = anchor === "start" ? at : anchor === "end" ? at - wide : at - wide / 2;
      const box: Box = [left, base - size * 0.8, left + wide, base + size * 0.25];
      const out = box[0] < 2 || box[2] > width - 2 || box[1] < 2 || box[3] > height - 2;
      // Its own place touches no label that stands beside it.
      if (out || taken.some((one) => touch(one, box))) continue;
      taken.push(box);
      named.add(spot.label);
      made.push({ text: spot.label, x: at, y: base, anchor });
      break;
    }
  }
  return made;
}

const touch = (a: Box, b: Box) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
