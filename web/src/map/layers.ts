/** Which layers scenes have, and scenes without those that are switched off. */
import type { Scene } from "./scene";
import { LAYERS, type Layer } from "./view.svelte";

export function present(scenes: Scene[]): Layer[] {
  const has: Record<Layer, (one: Scene) => boolean> = {
    flights: ({ tracks }) => tracks.length > 0,
    battlespace: ({ tracks }) => tracks.some((one) => one.emphasis && one.window && !one.untimed),
    footprint: ({ cells }) => cells.length > 0,
    views: ({ rings }) => rings.some((one) => one.layer === "view"),
    ranges: ({ rings }) => rings.some((one) => one.layer !== "view"),
    places: ({ spots }) => spots.length > 0,
  };
  return LAYERS.filter((layer) => scenes.some(has[layer]));
}

/** For the globe, which knows no layers of its own. */
export function without(scene: Scene, hidden: ReadonlySet<Layer>): Scene {
  if (!hidden.size) return scene;
  const flights = !hidden.has("flights");
  const window = !hidden.has("battlespace");
  return {
    ...scene,
    spots: scene.spots.filter((one) => (one.role === "meeting" ? flights : !hidden.has("places"))),
    tracks: flights ? (window ? scene.tracks : scene.tracks.map((one) => ({ ...one, window: undefined }))) : [],
    rings: scene.rings.filter((one) => !hidden.has(one.layer === "view" ? "views" : "ranges")),
    cells: hidden.has("footprint") ? [] : scene.cells,
  };
}

/** Identifiers of the regions that cells are counted in. */
export const regionsOf = (scenes: Scene[]): string[] =>
  [...new Set(scenes.flatMap(({ cells }) => cells.flatMap((one) => (one.region ? [one.region] : []))))].sort();
