/** Lines above and on the ground, one for each flight and ring. */
import { Cartesian3, Color, Material, PolylineCollection, type Polyline, type Scene } from "@cesium/engine";
import { dashes } from "../dash";
import { Keyed, same } from "../keyed";
import type { Line } from "../plain";

export class Lines {
  private all: PolylineCollection;
  private kept: Keyed<Line, Polyline>;

  constructor(scene: Scene) {
    const all = (this.all = scene.primitives.add(new PolylineCollection()) as PolylineCollection);
    this.kept = new Keyed<Line, Polyline>({
      make: (line) =>
        all.add({ positions: positions(line), width: line.width, material: material(line), id: line.id }) as Polyline,
      change: (drawn, line, before) => {
        if (!same(line.flat, before.flat)) drawn.positions = positions(line);
        if (!same({ ...line, flat: 0 }, { ...before, flat: 0 })) {
          drawn.width = line.width;
          drawn.material = material(line);
        }
        return true;
      },
      drop: (drawn) => void this.all.remove(drawn),
    });
  }

  draw(lines: Line[]): void {
    this.kept.sync(lines);
  }
}

const positions = (line: Line): Cartesian3[] => Cartesian3.fromDegreesArrayHeights(line.flat);

/** Dashes as the look has them. */
function material(line: Line): Material {
  const color = Color.fromCssColorString(line.color).withAlpha(line.alpha);
  const dashed = dashes(line.dash, Math.max(line.width, 2));
  if (!dashed) return Material.fromType("Color", { color });
  const gapColor = color.withAlpha(0);
  return Material.fromType("PolylineDash", { color, gapColor, dashLength: dashed.length, dashPattern: dashed.pattern });
}
