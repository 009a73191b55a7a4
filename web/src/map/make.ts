/** Makes what both maps draw out of the `map.*` views of answers and the tables that these name. */
import type { Answer } from "../api/types";
import { cells } from "./make/cells";
import { links } from "./make/links";
import type { Naming } from "./make/naming";
import { sites } from "./make/places";
import { marked, rings } from "./make/rings";
import type { Scene, Spot } from "./scene";

export type { Naming };

/** One scene of all the answers given; `marks` are the values that tell rings apart where others are shown beside. */
export function scene(answers: Answer[], words: Naming, marks = marked(answers)): Scene {
  const made: Scene = { spots: [], tracks: [], rings: [], cells: [], endS: 0 };
  for (const answer of answers) {
    for (const view of answer.views) {
      if (view.kind === "map.links") add(made, links(answer, view, words));
      if (view.kind === "map.cells") add(made, cells(answer, view, words));
      if (view.kind === "map.rings") add(made, rings(answer, view, words, marks));
    }
    add(made, { spots: sites(answer, words.name) });
  }
  made.spots = distinct(made.spots);
  for (const track of made.tracks) if (!track.untimed) made.endS = Math.max(made.endS, track.points.at(-1)![0]);
  return made;
}

/** A scene for each answer, drawn alike. */
export function scenes(answers: Answer[], words: Naming): Scene[] {
  const marks = marked(answers);
  return answers.map((answer) => scene([answer], words, marks));
}

/** Whether a question has anything to draw on a map. */
export const mapped = (views: { kind: string }[]): boolean => views.some((view) => view.kind.startsWith("map."));

function add(made: Scene, part: Partial<Scene>): void {
  made.spots.push(...(part.spots ?? []));
  made.tracks.push(...(part.tracks ?? []));
  made.rings.push(...(part.rings ?? []));
  for (const cell of part.cells ?? []) made.cells.push(cell);
}

/** Each place once: several views, or several parties, may have the same. */
function distinct(spots: Spot[]): Spot[] {
  const seen = new Map<string, Spot>();
  for (const spot of spots) {
    const key = `${spot.id} ${spot.lat} ${spot.lon} ${spot.outcome ?? ""}`;
    if (!seen.has(key)) seen.set(key, spot);
  }
  return [...seen.values()];
}
