/** Names beside places, where there is room: chosen anew when the globe turns. */
import {
  BillboardCollection,
  Cartesian2,
  Cartesian3,
  HorizontalOrigin,
  VerticalOrigin,
  type Billboard,
  type Scene,
} from "@cesium/engine";
import type { Ink } from "../ink";
import { Keyed } from "../keyed";
import { ASIDE, named, type Name, type Seen } from "../room";
import { FOREMOST } from "./marks";
import { label, wide } from "./picture";

type Inked = Pick<Name, "spot" | "side"> & { id: string; ink: Ink };

const BESIDE = {
  right: { horizontalOrigin: HorizontalOrigin.LEFT, verticalOrigin: VerticalOrigin.CENTER, pixelOffset: new Cartesian2(ASIDE, 0) },
  left: { horizontalOrigin: HorizontalOrigin.RIGHT, verticalOrigin: VerticalOrigin.CENTER, pixelOffset: new Cartesian2(-ASIDE, 0) },
  above: { horizontalOrigin: HorizontalOrigin.CENTER, verticalOrigin: VerticalOrigin.BOTTOM, pixelOffset: new Cartesian2(0, -ASIDE) },
  below: { horizontalOrigin: HorizontalOrigin.CENTER, verticalOrigin: VerticalOrigin.TOP, pixelOffset: new Cartesian2(0, ASIDE) },
};

export class Names {
  private kept: Keyed<Inked, Billboard>;

  constructor(private scene: Scene) {
    const all = scene.primitives.add(new BillboardCollection({ scene })) as BillboardCollection;
    this.kept = new Keyed<Inked, Billboard>({
      make: (name) => {
        const picture = label(name.spot.label, name.ink);
        const drawn = all.add({ ...stand(name), scale: picture.scale, ...FOREMOST }) as Billboard;
        drawn.setImage(picture.key, picture.canvas);
        return drawn;
      },
      change: (drawn, name, before) => {
        if (name.ink !== before.ink) return false;
        Object.assign(drawn, stand(name));
        return true;
      },
      drop: (drawn) => void all.remove(drawn),
    });
  }

  draw(places: Seen[], ink: Ink): void {
    const { clientWidth, clientHeight } = this.scene.canvas;
    const made = named(places, clientWidth, clientHeight, wide);
    this.kept.sync(made.map(({ spot, side }) => ({ id: spot.label, spot, side, ink })));
  }
}

const stand = ({ spot, side }: Inked) => ({
  position: Cartesian3.fromDegrees(spot.lon, spot.lat, spot.altitudeKm * 1000),
  ...BESIDE[side],
});
