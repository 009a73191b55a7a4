/** Borders and coasts; made anew only when the theme changes. */
import { Cartesian3, Color, Material, PolylineCollection, type Scene } from "@cesium/engine";
import type { Topology } from "topojson-specification";
import { borderlines } from "../borderlines";

export class Borders {
  private all: PolylineCollection;
  private of?: Topology;
  private color = "";

  constructor(scene: Scene) {
    this.all = scene.primitives.add(new PolylineCollection()) as PolylineCollection;
  }

  draw(borders: Topology, color: string): void {
    if (borders === this.of && color === this.color) return;
    [this.of, this.color] = [borders, color];
    this.all.removeAll();
    const material = Material.fromType("Color", { color: Color.fromCssColorString(color) });
    for (const line of borderlines(borders))
      this.all.add({ positions: Cartesian3.fromDegreesArrayHeights(line), width: 1, material });
  }
}
