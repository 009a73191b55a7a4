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
const ASIDE = 7;
const ROOM = { radar: 30, other: 20 }; // pixels of the map's width for each letter that a name may have

/** What is named, most important first; `tries` are where its name may stand. */
interface Named {
  text: string;
  x: number;
  y: number;
  rank: number;
  sides: number;
  room: number;
}
const SIZE = 11;

/** Places by their kind; of a ring its northernmost point that is seen. */
function named(
  spots: At[],
  rings: { text: string; points: [number, number][] }[],
  width: number,
  height: number,
): Named[] {
  const rank = ({ spot }: At) => RANK[spot.role] - (spot.emphasis ? 1.5 : 0);
  const made = spots.map((at): Named => ({
    text: at.spot.label,
    x: at.x,
    y: at.y,
    rank: rank(at),
    sides: 4,
    room: at.spot.role === "radar" ? ROOM.radar : ROOM.other,
  }));
  for (const { text, points } of rings) {
    const inside = points.filter(([x, y]) => x > 0 && x < width && y > 4 && y < height);
    const top = inside.sort((a, b) => a[1] - b[1])[0];
    if (top) made.push({ text, x: top[0], y: top[1], rank: 2.5, sides: 0, room: ROOM.other });
  }
  return made.sort((a, b) => a.rank - b.rank);
}

export function labels(
  spots: At[],
  rings: { text: string; points: [number, number][] }[],
  width: number,
  height: number,
  wideOf: (text: string) => number,
): Label[] {
  const taken: Box[] = spots.map(({ x, y }) => [x - 4, y - 4, x + 4, y + 4]);
  const made: Label[] = [];
  const done = new Set<string>();
  for (const { text, x, y, sides, room } of named(spots, rings, width, height)) {
    if (x < 0 || y < 0 || x > width || y > height || done.has(text) || text.length > width / room) continue;
    const wide = wideOf(text);
    const beside: [Label["anchor"], number, number][] = [
      ["start", x + ASIDE, y + SIZE * 0.35],
      ["end", x - ASIDE, y + SIZE * 0.35],
      ["middle", x, y - ASIDE],
      ["middle", x, y + ASIDE + SIZE * 0.8],
    ];
    for (const [anchor, at, base] of sides ? beside : beside.slice(2)) {
      const left = anchor === "start" ? at : anchor === "end" ? at - wide : at - wide / 2;
      const box: Box = [left, base - SIZE * 0.8, left + wide, base + SIZE * 0.25];
      const out = box[0] < 2 || box[2] > width - 2 || box[1] < 2 || box[3] > height - 2;
      if (out || taken.some((one) => touch(one, box))) continue;
      taken.push(box);
      done.add(text);
      made.push({ text, x: at, y: base, anchor });
      break;
    }
  }
  return made;
}

const touch = (a: Box, b: Box) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
