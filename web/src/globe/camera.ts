/** Where the globe is looked at from. */
import {
  Cartesian3,
  HeadingPitchRange,
  Math as CesiumMath,
  Matrix4,
  type CesiumWidget,
  type PerspectiveFrustum,
} from "@cesium/engine";
import type { Scene } from "../map/scene";
import { EARTH_M, frame } from "./frame";

export type Way = "left" | "right" | "up" | "down" | "in" | "out" | "home";

const TURN = 0.25; // radians per radius of height
const ZOOM = 0.3; // share of the height
const WIDE = Math.PI / 3; // Cesium's own, until it has drawn

export class Camera {
  private scene?: Scene;
  private region?: string;
  private touched = false;

  constructor(private made: CesiumWidget) {
    const touch = () => (this.touched = true);
    for (const event of ["pointerdown", "wheel"]) made.canvas.addEventListener(event, touch, { passive: true });
    this.far();
  }

  /** Look at all of a scene, unless the reader has turned the globe already. */
  see(scene: Scene, region?: string): void {
    if (region !== this.region) this.touched = false;
    [this.scene, this.region] = [scene, region];
    if (!this.touched) this.home();
  }

  go(way: Way): void {
    const { camera } = this.made;
    const height = camera.positionCartographic.height;
    const turn = Math.min(0.35, (TURN * height) / EARTH_M);
    this.touched = way !== "home";
    if (way === "left") camera.rotateRight(-turn);
    if (way === "right") camera.rotateRight(turn);
    if (way === "up") camera.rotateUp(turn);
    if (way === "down") camera.rotateDown(turn);
    if (way === "in") camera.zoomIn(height * ZOOM);
    if (way === "out" && height < 4 * EARTH_M) camera.zoomOut(height * ZOOM);
    if (way === "home") this.home();
  }

  private home(): void {
    this.made.resize();
    const up = (this.made.camera.frustum as PerspectiveFrustum).fovy ?? WIDE;
    const aspect = this.made.canvas.clientWidth / Math.max(1, this.made.canvas.clientHeight);
    const across = 2 * Math.atan(Math.tan(up / 2) * aspect);
    const found = this.scene && frame(this.scene, across, up, this.region);
    if (!found) return;
    const { camera } = this.made;
    const at = Cartesian3.fromDegrees(found.lon, found.lat);
    camera.lookAt(at, new HeadingPitchRange(0, CesiumMath.toRadians(found.pitch), found.range));
    camera.lookAtTransform(Matrix4.IDENTITY);
  }

  private far(): void {
    this.made.camera.setView({ destination: Cartesian3.fromDegrees(20, 40, 3 * EARTH_M) });
  }
}
