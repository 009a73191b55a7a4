/** The countries that cells make up: cells are cut by their outline, as in the reports. */
import type { Cell } from "../scene";
import type { Land } from "./borders";

type Ring = GeoJSON.Position[];
const known = new WeakMap<Land, { key: string; found: GeoJSON.FeatureCollection }>();

/**
 * A country is, when there is at least one cell for every two square degrees of it; the odd cell whose middle
 * falls just across a border does not count its neighbour in.
 */
export function counted(land: Land, cells: Cell[]): GeoJSON.FeatureCollection {
  const key = `${cells.length} ${cells[0]?.id} ${cells.at(-1)?.id}`;
  const old = known.get(land);
  if (old?.key === key) return old.found;
  const features = land.countries.filter(({ geometry }) => {
    const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
    const outer = polygons.map((one) => one[0]!);
    const boxes = outer.map(box);
    const inside = cells.filter(({ lon, lat }) =>
      outer.some((ring, at) => within(boxes[at]!, lon, lat) && contains(ring, lon, lat)),
    );
    return inside.length > 0 && 2 * inside.length >= outer.reduce((sum, ring) => sum + area(ring), 0);
  });
  const found: GeoJSON.FeatureCollection = { type: "FeatureCollection", features };
  known.set(land, { key, found });
  return found;
}

function box(ring: Ring): [number, number, number, number] {
  const [lon, lat] = [ring.map((one) => one[0]!), ring.map((one) => one[1]!)];
  return [Math.min(...lon), Math.min(...lat), Math.max(...lon), Math.max(...lat)];
}
const within = ([west, south, east, north]: ReturnType<typeof box>, lon: number, lat: number) =>
  lon >= west && lon <= east && lat >= south && lat <= north;

function contains(ring: Ring, lon: number, lat: number): boolean {
  let inside = false;
  for (let at = 0, last = ring.length - 1; at < ring.length; last = at++) {
    const [[x, y], [u, v]] = [ring[at] as [number, number], ring[last] as [number, number]];
    if (y > lat !== v > lat && lon < ((u - x) * (lat - y)) / (v - y) + x) inside = !inside;
  }
  return inside;
}
function area(ring: Ring): number {
  let twice = 0;
  for (let at = 0, last = ring.length - 1; at < ring.length; last = at++)
    twice += ring[last]![0]! * ring[at]![1]! - ring[at]![0]! * ring[last]![1]!;
  return Math.abs(twice) / 2;
}
