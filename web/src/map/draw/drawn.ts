/** A scene on a projection: paths and points in pixels, kept as long as both stay the same. */
import { geoPath, type GeoProjection } from "d3-geo";
import type { Ring, Scene, Spot, Track } from "../scene";
import { contours, squares } from "./areas";
import type { LonLat } from "./frame";
import { between } from "./moved";

export interface Line<Of> {
  of: Of;
  d: string;
}
export interface At {
  spot: Spot;
  x: number;
  y: number;
}
export interface Drawn {
  /** Flights that do not stand out, one path an outcome. */
  quiet: Line<string>[];
  loud: Line<Track>[];
  /** Pieces of flights in which they could be met. */
  windows: Line<Track>[];
  /** Ways of interceptors. */
  ways: Line<Track>[];
  /** Filled land, one path a class. */
  areas: Line<string>[];
  /** Lines between classes of land: `undefended` and more, `once` and more. */
  contours: Line<string>[];
  rings: (Line<Ring> & { points: LonLat[] })[];
  spots: At[];
}
const known = new WeakMap<GeoProjection, WeakMap<Scene, Drawn>>();
const MANY = 3000; // ways kept; interceptors' change with every move of a slider
const lines = new WeakMap<GeoProjection, Map<string, string>>();

export function drawn(scene: Scene, projection: GeoProjection): Drawn {
  let kept = known.get(projection);
  if (!kept) known.set(projection, (kept = new WeakMap()));
  let made = kept.get(scene);
  if (!made) kept.set(scene, (made = make(scene, projection)));
  return made;
}

function make(scene: Scene, projection: GeoProjection): Drawn {
  const path = geoPath(projection).digits(1);
  const line = (coordinates: LonLat[]) => path({ type: "LineString", coordinates }) ?? "";
  let ways = lines.get(projection);
  if (!ways || ways.size > MANY) lines.set(projection, (ways = new Map()));
  const way = (track: Track): string => {
    const key = signature(track);
    const d = ways.get(key) ?? line(track.points.map(([, lat, lon]) => [lon, lat]));
    ways.set(key, d);
    return d;
  };
  const loud = scene.tracks.filter((one) => one.emphasis && one.kind === "threat");
  return {
    quiet: quiet(scene, way),
    loud: loud.map((of) => ({ of, d: way(of) })),
    windows: loud.flatMap((of) => (of.window && !of.untimed ? [{ of, d: line(between(of, of.window)) }] : [])),
    ways: scene.tracks.filter((one) => one.kind === "interceptor").map((of) => ({ of, d: way(of) })),
    areas: squares(scene.cells, projection),
    contours: contours(scene.cells, projection),
    rings: scene.rings.map((of) => ({
      of,
      d: line(of.line),
      points: of.line.flatMap(([lon, lat]) => place(projection, lon, lat)),
    })),
    spots: scene.spots.flatMap((spot) => {
      const [at] = place(projection, spot.lon, spot.lat);
      return at ? [{ spot, x: at[0], y: at[1] }] : [];
    }),
  };
}

/** Flights that a moved slider does not change are projected once: known by three of their points. */
const signature = ({ points }: Track): string =>
  [points[0]!, points[points.length >> 1]!, points.at(-1)!].map(([, lat, lon]) => `${lat},${lon}`).join(" ") +
  points.length;

function quiet(scene: Scene, way: (track: Track) => string): Line<string>[] {
  const found = new Map<string, string[]>();
  for (const track of scene.tracks) {
    if (track.emphasis) continue;
    const outcome = track.outcome ?? "";
    const all = found.get(outcome);
    if (all) all.push(way(track));
    else found.set(outcome, [way(track)]);
  }
  return [...found].map(([of, all]) => ({ of, d: all.join("") }));
}

/** Pixels of a place; none on the side of the Earth that is not drawn. */
function place(projection: GeoProjection, lon: number, lat: number): LonLat[] {
  const found: LonLat[] = [];
  const none = () => undefined;
  const point = (x: number, y: number) => void found.push([x, y]);
  projection.stream({ point, lineStart: none, lineEnd: none, polygonStart: none, polygonEnd: none }).point(lon, lat);
  return found;
}
