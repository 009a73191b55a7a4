/** A scene as plain lists of what the globe draws: no Cesium here, so that it can be tested without a screen. */
import type { Look } from "../api/types";
import { kind, outcome } from "../map/look";
import type { Cell, Ring, Scene, Spot, Track } from "../map/scene";
import { symbol } from "../map/symbols";
import { at, flown, part, type Flat } from "./at";
import type { Ink } from "./ink";

export interface Line {
  id: string;
  flat: Flat;
  color: string;
  alpha: number;
  width: number;
  dash: number[] | null;
}
export interface Mark {
  id: string;
  flat: Flat;
  marker: string;
  color: string;
  filled: boolean;
  /** About half its width, pixels. */
  size: number;
  /** The place to name beside it. */
  spot?: Spot;
}
export interface Square {
  lat: number;
  lon: number;
  sizeDeg: number;
  color: string;
  hatch: string;
}

const RING_M = 4_000; // above the borders, below nothing that flies
const LARGER = 1.35; // than on the flat map, for a globe's ground is busier
const WAY = [2, 2.5]; // dashes of interceptors, as in the key of the maps

/** A colour of the palette, or one of the theme's, as it can be seen on this paper. */
const seen = (color: string, ink: Ink): string => (color === "#000000" || color.startsWith("var(") ? ink.ink : color);

export function lines(scene: Scene, look: Look, ink: Ink): Line[] {
  const quiet = scene.tracks.filter((track) => !track.emphasis);
  const loud = scene.tracks.filter((track) => track.emphasis);
  const flights = [...quiet, ...loud].flatMap((track) => flight(track, look, ink));
  return distinct([...scene.rings.map((ring) => circle(ring, look, ink)), ...flights]);
}

function flight(track: Track, look: Look, ink: Ink): Line[] {
  const style = outcome(look, track.outcome);
  const [id, flat] = [track.id, flown(track.points)];
  if (track.kind === "interceptor") return [{ id, flat, color: ink.ink, alpha: 0.9, width: 1.6, dash: WAY }];
  const color = seen(style.color, ink);
  if (!track.emphasis) return [{ id, flat, color, alpha: 0.3, width: 1, dash: null }];
  const whole: Line = { id, flat, color, alpha: 1, width: 2.6, dash: style.dash };
  const met = track.window && !track.untimed ? flown(part(track, ...track.window)) : [];
  return met.length ? [{ id: `${id} window`, flat: met, color, alpha: 0.4, width: 9, dash: null }, whole] : [whole];
}

function circle(ring: Ring, look: Look, ink: Ink): Line {
  const { color, dash } = kind(look, ring.series);
  const flat = ring.line.flatMap(([east, north]) => [east, north, RING_M]);
  return { id: `ring ${ring.id}`, flat, color: seen(color, ink), alpha: 1, width: 2.4, dash };
}

export const marks = (scene: Scene, look: Look, ink: Ink): Mark[] =>
  distinct(scene.spots.map((spot) => mark(spot, look, ink)));

function mark(spot: Spot, look: Look, ink: Ink): Mark {
  const { code, size, color, filled } = symbol(spot);
  const style = spot.outcome === undefined ? { marker: code, color, filled } : outcome(look, spot.outcome);
  return {
    id: spot.id,
    flat: [spot.lon, spot.lat, spot.altitudeKm * 1000],
    marker: style.marker,
    color: seen(style.color, ink),
    filled: style.filled,
    size: size * LARGER,
    spot,
  };
}

/** What flies at `time`; nothing before the time bar runs, as on the flat map. */
export function dots(tracks: Track[], look: Look, ink: Ink, time: number): Mark[] {
  const made = tracks.flatMap((track): Mark[] => {
    const place = track.emphasis && time > 0 ? at(track, time) : undefined;
    if (!place) return [];
    const [, north, east, km] = place;
    const up = track.kind === "interceptor";
    const color = seen(outcome(look, track.outcome).color, ink);
    return [{ id: track.id, flat: [east, north, km * 1000], marker: up ? "^" : "o", color, filled: true, size: 5.5 }];
  });
  return distinct(made);
}

const WORST_FIRST = ["undefended", "once", "twice"];

/** Filled squares; where two countries share one, it shows the land that is defended least. */
export function squares(cells: Cell[], look: Look): Square[] {
  const worst = new Map<string, Cell>();
  for (const cell of cells) {
    if (!look.cells[cell.fill]) continue;
    const key = `${cell.lat} ${cell.lon}`;
    const old = worst.get(key);
    if (!old || WORST_FIRST.indexOf(cell.fill) < WORST_FIRST.indexOf(old.fill)) worst.set(key, cell);
  }
  return [...worst.values()].map(({ lat, lon, sizeDeg, fill }) => {
    const { color, hatch } = look.cells[fill]!;
    return { lat, lon, sizeDeg, color, hatch };
  });
}

/** Several answers in one scene may use an identifier twice: each then gets a number. */
function distinct<T extends { id: string }>(all: T[]): T[] {
  const count = new Map<string, number>();
  return all.map((one) => {
    const before = count.get(one.id) ?? 0;
    count.set(one.id, before + 1);
    return before ? { ...one, id: `${one.id} #${before}` } : one;
  });
}
