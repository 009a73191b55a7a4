/** Which piece of the Earth is drawn: Lambert's equal-area projection around the middle of what there is to see. */
import { geoAzimuthalEqualArea, type GeoProjection } from "d3-geo";
import type { Cell, Scene } from "../scene";

const EARTH_KM = 6371; // for judging what is far on the map, nothing finer
const FAR = 12_500 / EARTH_KM; // beyond it on the map lies the antipode, which is all smear
const WIDEST = 9_000 / EARTH_KM; // from the middle; lines that reach farther are cut off
const NEAR = 5_000 / EARTH_KM; // launch areas farther off do not widen a map of cells
const LEAST = 500 / EARTH_KM;
const LEGS = 8; // pieces of a flight whose ends are looked at
const PAD = 0.045;
const SLACK = 0.55; // a frame is kept while what is seen fills this share of it

export type LonLat = [number, number];
export interface Frame {
  center: LonLat;
  /** Left, top, right, bottom on the map of a unit sphere; down is positive. */
  window: [number, number, number, number];
}

const flat = (center: LonLat, scale = 1, at: LonLat = [0, 0]): GeoProjection =>
  geoAzimuthalEqualArea().rotate([-center[0], -center[1]]).scale(scale).translate(at).clipAngle(150).precision(0.4);

/** What a frame must hold: all that stands out; of cells those of one region and what is near them. */
export function wanted(scenes: Scene[], region = ""): { must: LonLat[]; near: LonLat[]; wide: boolean } {
  const must: LonLat[] = [];
  const near: LonLat[] = [];
  for (const { spots, tracks, rings, cells } of scenes) {
    for (const spot of spots) (cells.length ? near : must).push([spot.lon, spot.lat]);
    for (const { emphasis, points } of tracks) if (emphasis) must.push(...ends(points));
    for (const ring of rings) must.push(...ring.line);
    for (const cell of cells) if (!region || cell.region === region) must.push(...corners(cell));
  }
  return { must, near, wide: scenes.some((one) => one.rings.length > 0) };
}

/** Of the square that is drawn; with its middle alone a small region would be cut by the edge. */
function corners({ lat, lon, sizeDeg }: Cell): LonLat[] {
  const [half, sides] = [sizeDeg / 2, [-1, 1]];
  return sides.flatMap((east) => sides.map((north): LonLat => [lon + east * half, lat + north * half]));
}

/** Where a flight begins, the ends of its pieces, and where it ends. */
function ends(points: [number, number, number, number][]): LonLat[] {
  const every = Math.max(1, Math.floor((points.length - 1) / LEGS));
  return points.filter((_, at) => at % every === 0 || at === points.length - 1).map(([, lat, lon]) => [lon, lat]);
}

/** A frame around what is wanted; the old one, as long as it still fits well, so that maps do not jump. */
export function framed(want: ReturnType<typeof wanted>, old?: Frame): Frame {
  const points = want.must.length ? want.must : want.near;
  if (old && fits(box(project(old.center, points)), old.window)) return old;
  const center = middle(points);
  const at = project(center, points);
  const close = project(center, want.near).filter(([x, y]) => Math.hypot(x, y) < NEAR);
  let [left, top, right, bottom] = box([...at, ...(want.must.length ? close : [])]);
  const room = PAD * Math.max(right - left, bottom - top, LEAST);
  [left, top, right, bottom] = [left - room, top - room, right + room, bottom + room];
  if (want.wide) [left, top, right, bottom] = [left, top, right, bottom].map(cut) as Frame["window"];
  return { center, window: [left, top, right, bottom] };
}

/** Width over height. */
export const shape = ({ window: [left, top, right, bottom] }: Frame): number => (right - left) / (bottom - top);

/** The projection that shows a frame in so many pixels, its middle in the middle. */
export function projected({ center, window: [left, top, right, bottom] }: Frame, width: number, height: number) {
  const scale = Math.min(width / (right - left), height / (bottom - top));
  return flat(center, scale, [width / 2 - (scale * (left + right)) / 2, height / 2 - (scale * (top + bottom)) / 2]);
}

const cut = (one: number) => Math.max(-WIDEST, Math.min(WIDEST, one));

function project(center: LonLat, points: LonLat[]): LonLat[] {
  const to = flat(center);
  return points.map((one) => to(one)!).filter((one) => one && Math.hypot(...one) < FAR);
}

function box(points: LonLat[]): Frame["window"] {
  const made: Frame["window"] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    made[0] = Math.min(made[0], x);
    made[1] = Math.min(made[1], y);
    made[2] = Math.max(made[2], x);
    made[3] = Math.max(made[3], y);
  }
  return Number.isFinite(made[0]) ? made : [-1, -1, 1, 1];
}

function fits(inner: Frame["window"], outer: Frame["window"]): boolean {
  const [left, top, right, bottom] = inner.map((one, at) => (Math.abs(one) > WIDEST ? outer[at]! : one));
  const within = left! >= outer[0] && top! >= outer[1] && right! <= outer[2] && bottom! <= outer[3];
  const area = (right! - left!) * (bottom! - top!);
  return within && area > SLACK * (outer[2] - outer[0]) * (outer[3] - outer[1]);
}

/** The mean direction of places. */
function middle(points: LonLat[]): LonLat {
  let [x, y, z] = [0, 0, 0];
  for (const [lon, lat] of points) {
    const [lambda, phi] = [(lon * Math.PI) / 180, (lat * Math.PI) / 180];
    x += Math.cos(phi) * Math.cos(lambda);
    y += Math.cos(phi) * Math.sin(lambda);
    z += Math.sin(phi);
  }
  const degrees = 180 / Math.PI;
  return [Math.atan2(y, x) * degrees, Math.atan2(z, Math.hypot(x, y)) * degrees];
}
