/** Places, meetings and what moves, each a small picture. */
import {
  BillboardCollection,
  Cartesian3,
  SceneTransforms,
  type Billboard,
  type Scene,
} from "@cesium/engine";
import { visible } from "../horizon";
import type { Ink } from "../ink";
import { Keyed } from "../keyed";
import type { Mark } from "../plain";
import type { Seen } from "../room";
import { shape } from "./picture";

/** In front of lines and land; what the Earth hides is hidden by `turn`. */
export const FOREMOST = { disableDepthTestDistance: Infinity };
type Inked = Mark & { ink: Ink };

export class Marks {
  private kept: Keyed<Inked, Billboard>;

  constructor(private scene: Scene) {
    const all = scene.primitives.add(new BillboardCollection({ scene })) as BillboardCollection;
    this.kept = new Keyed<Inked, Billboard>({
      make: (mark) => {
        const picture = shape(mark, mark.ink);
        const drawn = all.add({ position: place(mark), scale: picture.scale, id: mark.id, ...FOREMOST }) as Billboard;
        drawn.setImage(picture.key, picture.canvas);
        return drawn;
      },
      change: (drawn, mark, before) => {
        if (look(mark) !== look(before)) return false;
        drawn.position = place(mark);
        return true;
      },
      drop: (drawn) => void all.remove(drawn),
    });
  }

  draw(marks: Mark[], ink: Ink): void {
    this.kept.sync(marks.map((mark) => ({ ...mark, ink })));
  }

  /** Hide what is behind the Earth; pixels of the other places. */
  turn(): Seen[] {
    const eye = this.scene.camera.positionWC;
    const found: Seen[] = [];
    for (const [{ spot }, drawn] of this.kept) {
      drawn.show = visible(drawn.position, eye);
      const at = spot && drawn.show && SceneTransforms.worldToWindowCoordinates(this.scene, drawn.position);
      if (at) found.push({ spot, x: at.x, y: at.y });
    }
    return found;
  }
}

const place = ({ flat }: Mark): Cartesian3 => Cartesian3.fromDegrees(flat[0]!, flat[1]!, flat[2]!);
const look = (mark: Inked): string => [mark.marker, mark.color, mark.filled, mark.size, mark.ink.paper].join("|");
