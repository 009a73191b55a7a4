/** Where a flight is at a time, with its height, which the flat map leaves out. */
import { geoDistance, geoInterpolate } from "d3-geo";
import { moved } from "../map/draw/moved";
import type { Track } from "../map/scene";

type Points = Track["points"];
/** Longitude, latitude (degrees), height (metres), in turn. */
export type Flat = number[];

const STEP = 0.03; // radians between points of a line: 190 km, 0.7 km of sag

/** The place at `time` seconds; undefined before its first point, after its last one, and where no times are known. */
export function at(track: Track, time: number): Points[number] | undefined {
  const place = moved(track, time);
  if (!place) return undefined;
  const next = track.points.findIndex((point) => point[0] >= time);
  const [from, to] = [track.points[Math.max(0, next - 1)]!, track.points[next]!];
  const share = to[0] > from[0] ? (time - from[0]) / (to[0] - from[0]) : 0;
  return [time, place[1], place[0], from[3] + share * (to[3] - from[3])];
}

/** The part of a flight from `start` to `end` seconds, with points at both ends. */
export function part(track: Track, start: number, end: number): Points {
  const [first, last] = [track.points[0]?.[0] ?? 0, track.points.at(-1)?.[0] ?? 0];
  const [from, to] = [Math.max(start, first), Math.min(end, last)];
  if (!(from < to)) return [];
  const edges = [at(track, from), at(track, to)];
  const inner = track.points.filter(([time]) => time > from && time < to);
  return [edges[0], ...inner, edges[1]].filter((point) => point !== undefined);
}

/** Points of a flight, with more between those that are far from each other. */
export function flown(points: Points): Flat {
  const flat: Flat = [];
  points.forEach((to, number) => {
    const from = points[number - 1];
    if (from) {
      const [start, end]: [number, number][] = [[from[2], from[1]], [to[2], to[1]]]; // prettier-ignore
      const steps = Math.ceil(geoDistance(start!, end!) / STEP);
      const way = geoInterpolate(start!, end!);
      for (let step = 1; step < steps; step++)
        flat.push(...way(step / steps), 1000 * (from[3] + (step / steps) * (to[3] - from[3])));
    }
    flat.push(to[2], to[1], 1000 * to[3]);
  });
  return flat;
}
