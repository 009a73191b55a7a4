/** What the flat map and the globe both draw: made once from the tables of answers. */

export type Role = "site" | "radar" | "base" | "target" | "launch-area" | "meeting" | "place";

/** Which row of which table of the answer a thing was made from. */
export interface From {
  table: string;
  row: number;
}
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
  /** Whether a flight that stands out begins or ends here. */
  emphasis?: boolean;
  /** The flight that is met here. */
  track?: string;
  of?: From;
}
/** A flight: positions in time, from its own launch; an interceptor's from the launch of what it meets. */
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
  /** Only the shortest way between two places is known: no times, no heights. */
  untimed?: boolean;
  of?: From;
}
/** A closed line, e.g. a range or a radar's view. */
export interface Ring {
  id: string;
  label: string;
  /** Longitude, latitude. */
  line: [number, number][];
  series: number;
  /** What tells this ring's series from the others'; empty where nothing does. */
  mark?: string;
  /** Whose it is, in words: a radar. */
  owner?: string;
  /** A radar's view, or how far something flies. */
  layer?: "view" | "range";
}
/** A piece of land, filled by what defends it; `lat` and `lon` are the middle of its square. */
export interface Cell {
  id: string;
  lat: number;
  lon: number;
  sizeDeg: number;
  /** Key of `look.cells`; empty where it is not threatened. */
  fill: string;
  label: string;
  /** Identifier of the region it is counted in, if the view has several. */
  region?: string;
  of?: From;
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
