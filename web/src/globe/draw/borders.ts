/** Borders and coasts, a little above the ground. */
import { Cartesian3, Color, Material, PolylineCollection, type Scene } from "@cesium/engine";
import { mesh } from "topojson-client";
import type { GeometryObject, Topology } from "topojson-specification";

const ABOVE_M = 2_000; // so that filled land does not hide them

export class Borders {
  private all: PolylineCollection;
  private drawn = "";

  constructor(scene: Scene) {
    this.all = scene.primitives.add(new PolylineCollection()) as PolylineCollection;
  }

  draw(borders: Topology, color: string): void {
    const key = `${Object.keys(borders.objects).join()} ${borders.arcs.length} ${color}`;
    if (key === this.drawn) return;
    this.drawn = key;
    this.all.removeAll();
    const material = Material.fromType("Color", { color: Color.fromCssColorString(color) });
    for (const line of borderlines(borders))
      this.all.add({ positions: Cartesian3.fromDegreesArrayHeights(line), width: 1, material });
  }
}

/** Every arc once, as longitude, latitude, height in turn. */
export function borderlines(borders: Topology): number[][] {
  const object = borders.objects.countries ?? Object.values(borders.objects)[0];
  if (!object) return [];
  return mesh(borders, object as GeometryObject).coordinates.map((line) =>
    line.flatMap(([east, north]) => [east!, north!, ABOVE_M]),
  );
}
