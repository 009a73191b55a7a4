/** How the maps are looked at: shared by all of them, so that they stay comparable. */
export type Layer = "flights" | "battlespace" | "footprint" | "views" | "ranges" | "places";
export const LAYERS: Layer[] = ["flights", "battlespace", "footprint", "views", "ranges", "places"];

export interface Zoom {
  k: number;
  x: number;
  y: number;
}
const STILL: Zoom = { k: 1, x: 0, y: 0 };
const CLOSEST = 24;

class MapView {
  zoom = $state.raw<Zoom>(STILL);
  hidden = $state.raw<ReadonlySet<Layer>>(new Set());
  region = $state("");
  /** Seconds of the time bar while it runs; the address learns of it when it stops. */
  time = $state(0);

  shows(layer: Layer): boolean {
    return !this.hidden.has(layer);
  }
  toggle(layer: Layer): void {
    const hidden = new Set(this.hidden);
    if (!hidden.delete(layer)) hidden.add(layer);
    this.hidden = hidden;
  }
  /** Enlarge by `factor` around a point of the map, pixels. */
  enlarge(factor: number, x: number, y: number): void {
    const k = Math.max(1, Math.min(CLOSEST, this.zoom.k * factor));
    const by = k / this.zoom.k;
    this.zoom = k === 1 ? STILL : { k, x: x - (x - this.zoom.x) * by, y: y - (y - this.zoom.y) * by };
  }
  move(dx: number, dy: number): void {
    this.zoom = { ...this.zoom, x: this.zoom.x + dx, y: this.zoom.y + dy };
  }
  reset(): void {
    this.zoom = STILL;
  }
}

export const view = new MapView();
