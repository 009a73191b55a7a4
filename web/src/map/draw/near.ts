/** What lies under the pointer. */
import type { GeoProjection } from "d3-geo";
import type { Cell, Ring, Scene, Spot, Track } from "../scene";
import type { At } from "./drawn";
import type { LonLat } from "./frame";

export type Thing =
  { kind: "spot"; of: Spot } | { kind: "track"; of: Track } | { kind: "ring"; of: Ring } | { kind: "cell"; of: Cell };
export interface Found {
  thing: Thing;
  x: number;
  y: number;
}
const SPOT = 14;
const LINE = 7;

/** The nearest spot, flight, ring or cell, in that order; distances in pixels before the map was scaled by `k`. */
export function near(
  scene: Scene,
  spots: At[],
  projection: GeoProjection,
  x: number,
  y: number,
  k: number,
): Found | undefined {
  let best: Found | undefined;
  let least = SPOT / k;
  for (const at of spots) {
    const far = Math.hypot(at.x - x, at.y - y);
    if (far < least) [least, best] = [far, { thing: { kind: "spot", of: at.spot }, x: at.x, y: at.y }];
  }
  if (best) return best;
  least = LINE / k;
  const line = (thing: Thing, coordinates: LonLat[]) => {
    let last: LonLat | null = null;
    for (const one of coordinates) {
      const point = projection(one) as LonLat | null;
      if (point && last) {
        const [far, u, v] = apart(x, y, last, point);
        if (far < least) [least, best] = [far, { thing, x: u, y: v }];
      }
      last = point;
    }
  };
  for (const of of scene.tracks)
    if (of.emphasis && of.kind === "threat")
      line(
        { kind: "track", of },
        of.points.map(([, lat, lon]) => [lon, lat]),
      );
  for (const of of scene.rings) line({ kind: "ring", of }, of.line);
  if (best) return best;
  const [lon, lat] = projection.invert?.([x, y]) ?? [NaN, NaN];
  const inside = (one: Cell) =>
    Math.abs(one.lon - lon) <= one.sizeDeg / 2 && Math.abs(one.lat - lat) <= one.sizeDeg / 2;
  const cell = scene.cells.find(inside);
  return cell && { thing: { kind: "cell", of: cell }, x, y };
}

function apart(x: number, y: number, [a, b]: LonLat, [c, d]: LonLat): [far: number, x: number, y: number] {
  const [dx, dy] = [c - a, d - b];
  const share = Math.max(0, Math.min(1, ((x - a) * dx + (y - b) * dy) / (dx * dx + dy * dy || 1)));
  const [u, v] = [a + share * dx, b + share * dy];
  return [Math.hypot(x - u, y - v), u, v];
}
