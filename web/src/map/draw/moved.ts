/** Where a flight is at a moment. */
import { geoInterpolate } from "d3-geo";
import type { Track } from "../scene";
import type { LonLat } from "./frame";

/** Longitude and latitude, or nothing before the launch and after the end. */
export function moved({ points, untimed }: Track, seconds: number): LonLat | undefined {
  const last = points.length - 1;
  if (untimed || last < 1 || seconds < points[0]![0] || seconds > points[last]![0]) return undefined;
  const next = Math.max(
    1,
    points.findIndex(([time]) => time >= seconds),
  );
  const [[from, lat, lon], [to, lat2, lon2]] = [points[next - 1]!, points[next]!];
  return geoInterpolate([lon, lat], [lon2, lat2])(to > from ? (seconds - from) / (to - from) : 0);
}

/** The part of a flight between two moments, as a line. */
export function between(track: Track, [from, to]: [number, number]): LonLat[] {
  const inner = track.points.filter(([time]) => time > from && time < to).map(([, lat, lon]): LonLat => [lon, lat]);
  const [first, last] = [moved(track, from), moved(track, to)];
  return [...(first ? [first] : []), ...inner, ...(last ? [last] : [])];
}
