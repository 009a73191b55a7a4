/** Names beside places, where there is room: chosen anew when the globe turns. */
import { BillboardCollection, Cartesian2, Cartesian3, type Billboard, type Scene } from "@cesium/engine";
import type { Ink } from "../ink";
import { Keyed } from "../keyed";
import { named, type Name, type Seen } from "../room";
import { FOREMOST } from "./marks";
import { label, wide } from "./picture";

type Inked = Pick<Name, "spot" | "dx" | "dy"> & { id: string; ink: Ink };

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
    this.kept.sync(made.map(({ spot, dx, dy }) => ({ id: spot.label, spot, dx, dy, ink })));
  }
}

const stand = ({ spot, dx, dy }: Inked) => ({
  position: Cartesian3.fromDegrees(spot.lon, spot.lat, spot.altitudeKm * 1000),
  pixelOffset: new Cartesian2(dx, dy),
});
