/** Thousands of filled squares as one body, made anew within a few milliseconds. */
import {
  BoundingSphere,
  Cartesian3,
  Color,
  ComponentDatatype,
  Geometry,
  GeometryAttribute,
  GeometryAttributes,
  GeometryInstance,
  PerInstanceColorAppearance,
  Primitive,
  PrimitiveType,
  type Scene,
} from "@cesium/engine";
import { same } from "../keyed";
import type { Square } from "../plain";
import { quads, type Quad } from "../quads";

export class Cells {
  private body?: Primitive;
  /** Stays until what replaces it can be drawn. */
  private old: Primitive[] = [];
  private drawn: Square[] = [];

  constructor(private scene: Scene) {}

  draw(squares: Square[]): void {
    if (same(squares, this.drawn)) return;
    this.drawn = squares;
    if (this.body) this.old.push(this.body);
    this.body = undefined;
    if (!squares.length) return;
    this.body = new Primitive({
      geometryInstances: new GeometryInstance({ geometry: geometry(quads(squares)) }),
      appearance: new PerInstanceColorAppearance({ flat: true, translucent: true, closed: false }),
      asynchronous: false,
      compressVertices: false,
      allowPicking: false,
    });
    this.scene.primitives.add(this.body, 0);
  }

  /** Before each frame. */
  settle(): void {
    if (this.body && !this.body.ready) return;
    for (const one of this.old.splice(0)) this.scene.primitives.remove(one);
  }
}

function geometry(all: Quad[]): Geometry {
  const flat = all.flatMap((quad) => quad.corners);
  const points = Cartesian3.fromDegreesArrayHeights(flat);
  const values = new Float64Array(points.length * 3);
  points.forEach((point, at) => Cartesian3.pack(point, values as unknown as number[], 3 * at));
  const colors = new Uint8Array(points.length * 4);
  const indices = new Uint32Array(all.length * 6);
  all.forEach((quad, at) => {
    const bytes = Color.fromCssColorString(quad.color).withAlpha(quad.alpha).toBytes();
    for (let corner = 0; corner < 4; corner++) colors.set(bytes, 16 * at + 4 * corner);
    indices.set([0, 1, 2, 0, 2, 3].map((corner) => 4 * at + corner), 6 * at);
  });
  const attributes = new GeometryAttributes();
  attributes.position = new GeometryAttribute({
    componentDatatype: ComponentDatatype.DOUBLE,
    componentsPerAttribute: 3,
    values: values,
  });
  attributes.color = new GeometryAttribute({
    componentDatatype: ComponentDatatype.UNSIGNED_BYTE,
    componentsPerAttribute: 4,
    normalize: true,
    values: colors,
  });
  return new Geometry({
    attributes,
    indices,
    primitiveType: PrimitiveType.TRIANGLES,
    boundingSphere: BoundingSphere.fromPoints(points),
  });
}
