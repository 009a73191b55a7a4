/** Borders and coasts as lines a little above the ground. */
import { mesh } from "topojson-client";
import type { GeometryObject, Topology } from "topojson-specification";

const ABOVE_M = 2_000; // so that filled land does not hide them

/** Every arc once, as longitude, latitude, height in turn. */
export function borderlines(borders: Topology): number[][] {
  const object = borders.objects.countries ?? Object.values(borders.objects)[0];
  if (!object) return [];
  return mesh(borders, object as GeometryObject).coordinates.map((line) =>
    line.flatMap(([east, north]) => [east!, north!, ABOVE_M]),
  );
}
