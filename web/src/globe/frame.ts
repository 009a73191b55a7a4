/** From where to look so that all of a scene is seen. */
import { geoDistance } from "d3-geo";
import { wanted, type LonLat } from "../map/draw/frame";
import { regionsOf } from "../map/layers";
import type { Scene } from "../map/scene";

export const EARTH_M = 6_371_000; // mean radius, only for where to look from
const ROOM = 1.12; // so that nothing touches the edge
const LEAST_M = 600_000;
const WIDE = 0.5; // radians from the middle: beyond it the globe is seen whole, from above
const NEAR = 0.6; // radians: places farther off do not widen a view of land
const DOWN = -90;
const TILTED = -55; // where arcs are near enough to stand out from the ground

export interface Frame {
  lat: number;
  lon: number;
  /** Below the horizon, degrees: -90 looks straight down. */
  pitch: number;
  /** From the middle of the scene, metres. */
  range: number;
}

/** `across` and `up` are the angles that the picture spans, radians; of cells those of one region are framed. */
export function frame(scene: Scene, across: number, up: number, region = ""): Frame | undefined {
  const { must, near } = wanted([scene], region || regionsOf([scene])[0]);
  const centre = middle(must.length ? must : near);
  if (!centre) return undefined;
  const beside = near.filter((one) => geoDistance(one, centre) < NEAR);
  const seen = [...must, ...beside];
  const far = Math.max(0, ...seen.map((one) => geoDistance(one, centre)));
  const high = 1000 * Math.max(0, ...scene.tracks.flatMap((track) => track.points.map((point) => point[3])));
  const half = Math.min(across, up) / 2;
  const whole = (EARTH_M + high / 2) / Math.sin(half) - EARTH_M;
  const needed = (EARTH_M * Math.sin(Math.min(far, 1.4))) / Math.tan(half) - EARTH_M * (1 - Math.cos(far)) + high;
  const range = ROOM * (far > 1 ? whole : Math.min(whole, Math.max(LEAST_M, needed)));
  return { lat: centre[1], lon: centre[0], pitch: high > 0 && far < WIDE ? TILTED : DOWN, range };
}

/** The mean direction of places; none if there are none, or if they cancel out. */
function middle(places: LonLat[]): LonLat | undefined {
  let [x, y, z] = [0, 0, 0];
  for (const [lon, lat] of places) {
    const [lambda, phi] = [(lon * Math.PI) / 180, (lat * Math.PI) / 180];
    x += Math.cos(phi) * Math.cos(lambda);
    y += Math.cos(phi) * Math.sin(lambda);
    z += Math.sin(phi);
  }
  if (Math.hypot(x, y, z) < 1e-9) return undefined;
  return [(Math.atan2(y, x) * 180) / Math.PI, (Math.atan2(z, Math.hypot(x, y)) * 180) / Math.PI];
}
