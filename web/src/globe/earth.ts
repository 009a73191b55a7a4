/** The globe with all that is drawn on it; loaded only when somebody asks for it. */
import type { CesiumWidget, ImageryLayer } from "@cesium/engine";
import type { Topology } from "topojson-specification";
import type { Look } from "../api/types";
import type { Scene } from "../map/scene";
import { Camera, type Way } from "./camera";
import { Borders } from "./draw/borders";
import { Cells } from "./draw/cells";
import { Lines } from "./draw/lines";
import { Marks } from "./draw/marks";
import { Names } from "./draw/names";
import type { Ink } from "./ink";
import { loop, type Loop } from "./loop";
import { dots, lines, marks, squares } from "./plain";
import { imagery, tint, widget } from "./widget";

export class Earth {
  private made: CesiumWidget;
  private camera: Camera;
  private layer?: ImageryLayer;
  private ink?: Ink;
  private cells: Cells;
  private edges: Borders;
  private lines: Lines;
  private places: Marks;
  private moving: Marks;
  private names: Names;
  private loop: Loop;
  private stop: (() => void)[] = [];

  /** `fail` is called when the screen is lost or drawing breaks. */
  constructor(box: HTMLElement, fail: () => void) {
    this.made = widget(box);
    const { scene, canvas } = this.made;
    this.cells = new Cells(scene);
    this.edges = new Borders(scene);
    this.lines = new Lines(scene);
    this.places = new Marks(scene);
    this.moving = new Marks(scene);
    this.names = new Names(scene);
    this.camera = new Camera(this.made);
    this.loop = loop(this.made, fail);
    canvas.addEventListener("webglcontextlost", fail);
    this.stop.push(
      scene.renderError.addEventListener(fail),
      scene.preRender.addEventListener(() => this.tidy()),
      this.loop.stop,
      () => canvas.removeEventListener("webglcontextlost", fail),
    );
  }

  /** Load the picture of the Earth; the rest is drawn without waiting for it. */
  async dress(): Promise<void> {
    this.layer = await imagery(this.made);
    if (this.ink && !this.made.isDestroyed()) tint(this.made, this.layer, this.ink);
    this.render();
  }

  draw(scene: Scene, look: Look, ink: Ink, region?: string): void {
    if (this.ink !== ink) tint(this.made, this.layer, ink);
    this.ink = ink;
    this.cells.draw(squares(scene.cells, look));
    this.lines.draw(lines(scene, look, ink));
    this.places.draw(marks(scene, look, ink), ink);
    this.camera.see(scene, region);
    this.render();
  }

  move(scene: Scene, look: Look, ink: Ink, time: number): void {
    this.moving.draw(dots(scene.tracks, look, ink, time), ink);
    this.render();
  }

  borders(borders: Topology, ink: Ink): void {
    this.edges.draw(borders, ink.border);
    this.render();
  }

  go(way: Way): void {
    this.camera.go(way);
    this.render();
  }

  /** The picture as it stands, to save. */
  get canvas(): HTMLCanvasElement {
    return this.made.canvas;
  }

  destroy(): void {
    for (const stop of this.stop) stop();
    this.stop = [];
    if (!this.made.isDestroyed()) this.made.destroy();
  }

  /** Before each frame: what is behind the Earth, and which names have room. */
  private tidy(): void {
    this.cells.settle();
    if (!this.ink) return;
    this.moving.turn();
    this.names.draw(this.places.turn(), this.ink);
  }
  private render(): void {
    if (this.made.isDestroyed()) return;
    this.made.scene.requestRender();
    this.loop.wake();
  }
}
