/** What the flat map and the globe both draw: made once from the tables of answers. */

export type Role = "site" | "radar" | "base" | "target" | "launch-area" | "meeting" | "place";

/** A place on the ground (or a meeting above it). */
export interface Spot {
  id: string;
  role: Role;
  lat: number;
  lon: number;
  altitudeKm: number;
  /** Key of `look.outcomes`, where the spot has one. */
  outcome?: string;
  label: string;
}
/** A flight: positions in time, from its own launch. */
export interface Track {
  id: string;
  kind: "threat" | "interceptor";
  outcome?: string;
  label: string;
  /** Seconds, latitude, longitude (degrees), altitude (km). */
  points: [number, number, number, number][];
  /** Seconds between which it could be met (the battlespace), if it could. */
  window?: [number, number];
  emphasis: boolean;
}
/** A closed line, e.g. a range or a radar's view. */
export interface Ring {
  id: string;
  label: string;
  /** Longitude, latitude. */
  line: [number, number][];
  series: number;
}
/** A piece of land, filled by what defends it. */
export interface Cell {
  id: string;
  lat: number;
  lon: number;
  sizeDeg: number;
  /** Key of `look.cells`; empty where it is not threatened. */
  fill: string;
  label: string;
}
export interface Scene {
  spots: Spot[];
  tracks: Track[];
  rings: Ring[];
  cells: Cell[];
  /** The last second of any track. */
  endS: number;
}

export const EMPTY: Scene = { spots: [], tracks: [], rings: [], cells: [], endS: 0 };
