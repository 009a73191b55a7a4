/** `map.links`: flights between two kinds of places, and where they are met (as reports/view/map_links.py). */
import type { Answer, ViewSpec } from "../../api/types";
import type { Scene, Spot, Track } from "../scene";
import { has, number, rowsOf, table, text, type Table } from "./columns";
import { flown, type Points } from "./flown";
import type { Naming } from "./naming";
import { places, sites, type Place } from "./places";

type Pair = [from: string, to: string];

export function links(answer: Answer, view: ViewSpec, words: Naming): Partial<Scene> {
  const keys: Pair = [String(view.from ?? "base"), String(view.to ?? "target")];
  const mark = String(view.mark ?? "outcome");
  const named = String(view.table ?? "rows");
  const source = has(table(answer, named), ...keys, mark) ? named : "rows";
  const of = table(answer, source);
  if (!has(of, ...keys)) return {};
  const ends = keys.map((key) => places(answer, key)) as [Map<string, Place>, Map<string, Place>];
  const known = { threat: flown(answer, "tracks", ...keys), interceptor: flown(answer, "interceptors", ...keys) };
  const chosen = emphasis(answer, view, of, keys[1]);
  const shooter = sites(answer, words.name).find((one) => one.role === "site");
  const tracks: Track[] = [];
  const spots: Spot[] = [];
  const loud = new Set<string>();
  for (const row of rowsOf(of)) {
    const pair = keys.map((key) => text(of, key, row)) as Pair;
    const id = pair.join("\n");
    const outcome = mark in of.data ? text(of, mark, row) : undefined;
    const stands = Object.entries(chosen).every(([key, value]) => text(of, key, row) === value);
    const label = `${words.name(pair[0])} → ${words.name(pair[1])}`;
    const at = { table: source, row };
    const [from, to] = [ends[0].get(pair[0]), ends[1].get(pair[1])];
    const base = { outcome, emphasis: stands, of: at };
    const flight = path(known.threat.get(id), from, to, number(of, "icbm_flight_s", row));
    if (!flight) continue;
    tracks.push({ id: `threat:${id}`, kind: "threat", label, window: span(of, row), ...flight, ...base });
    if (!stands) continue;
    pair.forEach((one) => loud.add(one));
    const meeting = met(of, row);
    if (!meeting) continue;
    const [time, lat, lon, altitudeKm] = meeting;
    const track = `threat:${id}`;
    spots.push({
      id: `meeting:${id}`,
      role: "meeting",
      lat,
      lon,
      altitudeKm,
      outcome,
      label,
      track,
      emphasis: true,
      of: at,
    });
    const points = known.interceptor.get(id);
    const launch = number(of, "latest_launch_s", row);
    if (points) tracks.push({ id: `interceptor:${id}`, kind: "interceptor", label, points, ...base });
    else if (shooter && Number.isFinite(launch + time))
      tracks.push({
        ...{ id: `interceptor:${id}`, kind: "interceptor", label, untimed: true, ...base },
        points: [[launch, shooter.lat, shooter.lon, 0], meeting],
      });
  }
  keys.forEach((_, end) => {
    for (const [id, { lat, lon, of: at }] of ends[end]!) {
      const role = end ? "target" : "base";
      spots.push({
        id: `${role}:${id}`,
        role,
        lat,
        lon,
        altitudeKm: 0,
        label: words.name(id),
        emphasis: loud.has(id),
        of: at,
      });
    }
  });
  return { tracks, spots };
}

/** From place to place through what is stored (a stored track may begin only at burnout); the shortest way else. */
function path(stored: Points | undefined, from: Place | undefined, to: Place | undefined, end: number) {
  if (!from || !to) return stored && { points: stored };
  const start: Points[number] = [0, from.lat, from.lon, 0];
  const last = stored?.at(-1)?.[0] ?? 0;
  const stop: Points[number] = [end > last ? end : last, to.lat, to.lon, 0];
  if (!stored) return { points: [start, stop], untimed: true };
  return { points: [...(stored[0]![0] > 0 ? [start] : []), ...stored, ...(end > last ? [stop] : [])] };
}

/** Which rows stand out: what the view says, else the name that an option picks, else the first name there is. */
function emphasis(answer: Answer, view: ViewSpec, of: Table, key: string): Record<string, string> {
  if (view.emphasis) return view.emphasis as Record<string, string>;
  const names = new Set([...rowsOf(of)].map((row) => text(of, key, row)));
  const picked = Object.values(answer.options).find((one) => names.has(String(one)));
  const first = picked ?? [...names][0];
  return first === undefined ? {} : { [key]: String(first) };
}

function met(of: Table, row: number): Points[number] | undefined {
  const [lat, lon] = [number(of, "intercept_lat_deg", row), number(of, "intercept_lon_deg", row)];
  if (!Number.isFinite(lat + lon)) return undefined;
  return [number(of, "meeting_s", row), lat, lon, number(of, "intercept_altitude_km", row) || 0];
}

/** From the earliest meeting after commit to the meeting of the latest launch. */
function span(of: Table, row: number): [number, number] | undefined {
  const [from, to] = [number(of, "earliest_meeting_s", row), number(of, "meeting_s", row)];
  return from < to ? [from, to] : undefined;
}
