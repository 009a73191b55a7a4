/** A small scene and look: two flights, one of them met, squares of land, a ring. */
import type { Look, Style } from "../../src/api/types";
import type { Ink } from "../../src/globe/ink";
import type { Cell, Scene, Track } from "../../src/map/scene";

const style = (color: string, marker: string, dash: number[] | null, filled: boolean, says: string): Style => ({
  color,
  marker,
  dash,
  filled,
  says,
});
export const LOOK: Look = {
  outcomes: {
    met: style("#0072b2", "o", null, true, "met in time"),
    too_late: style("#d55e00", "X", [5, 2], true, "too late"),
  },
  verdicts: {},
  cells: {
    undefended: { color: "#f3b98c", hatch: "////", says: "not defended" },
    once: { color: "#56b4e9", hatch: "", says: "one opportunity" },
    twice: { color: "#2f7fb8", hatch: "...", says: "two or more" },
  },
  quantities: [
    { color: "#0072b2", marker: "p", dash: null },
    { color: "#000000", marker: "h", dash: [2, 2] },
  ],
  series: [
    { color: "#0072b2", marker: "o", dash: null },
    { color: "#000000", marker: "P", dash: [2, 2] },
  ],
} as unknown as Look;
export const INK: Ink = { night: false, paper: "#ffffff", desk: "#eeeeee", ink: "#111111", border: "#555555", sea: "#ddeeff" };

export const flight = (more: Partial<Track> = {}): Track => ({
  id: "a",
  kind: "threat",
  outcome: "met",
  label: "A → B",
  points: [
    [0, 60, 0, 0],
    [100, 60, 90, 1000],
    [300, 0, 90, 0],
  ],
  emphasis: true,
  ...more,
});
export const cell = (lat: number, lon: number, fill: string, id = `${lat} ${lon} ${fill}`): Cell => ({
  ...{ id, lat, lon, fill },
  sizeDeg: 1,
  label: id,
});
export const SCENE: Scene = {
  tracks: [
    flight({ window: [100, 200] }),
    flight({ id: "b", outcome: "too_late", emphasis: false }),
    flight({ id: "c", kind: "interceptor", untimed: true, points: [[50, 54, 17, 0], [150, 50, -60, 700]] }),
  ], // prettier-ignore
  spots: [
    { id: "site:x", role: "site", lat: 54, lon: 17, altitudeKm: 0, label: "X" },
    { id: "meeting:a", role: "meeting", lat: 50, lon: -60, altitudeKm: 700, label: "A → B", outcome: "too_late" },
  ],
  rings: [{ id: "r", label: "range", line: [[0, 0], [10, 0], [0, 0]], series: 1 }],
  cells: [cell(50.5, 10.5, "once"), cell(51.5, 10.5, "twice"), cell(52.5, 10.5, "")],
  endS: 300,
}; // prettier-ignore
