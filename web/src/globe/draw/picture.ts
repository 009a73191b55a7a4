/** Marks and labels as small pictures, for the globe cannot draw text or shapes of its own. */
import { marker } from "../../map/draw/marker";
import type { Ink } from "../ink";
import type { Mark } from "../plain";
import { TALL } from "../room";

const FONT = "600 12px system-ui, -apple-system, 'Segoe UI', Roboto, 'DejaVu Sans', sans-serif";
const PAD = 4;
const sharp = () => Math.min(3, Math.max(2, window.devicePixelRatio || 1));

export interface Picture {
  /** Equal keys, equal pictures. */
  key: string;
  canvas: HTMLCanvasElement;
  /** What to scale the canvas by so that it has its size on the page. */
  scale: number;
}

export function shape(mark: Mark, ink: Ink): Picture {
  const half = Math.ceil(mark.size * 1.25 + 3);
  const key = [mark.marker, mark.color, mark.filled, mark.size, ink.paper].join(" ");
  return picture(key, 2 * half, 2 * half, (pen) => {
    pen.translate(half, half);
    pen.scale(mark.size, mark.size);
    const path = new Path2D(marker(mark.marker));
    const edge = (color: string, width: number) => {
      pen.lineWidth = width / mark.size;
      pen.strokeStyle = color;
      pen.stroke(path);
    };
    pen.lineJoin = "round";
    edge(ink.paper, mark.filled ? 3 : 4.5);
    pen.fillStyle = mark.filled ? mark.color : ink.paper;
    pen.fill(path);
    if (!mark.filled) edge(mark.color, 1.8);
  });
}

export function label(text: string, ink: Ink): Picture {
  const width = wide(text);
  return picture(`label ${text} ${ink.paper}`, width, TALL, (pen) => {
    pen.fillStyle = ink.paper;
    pen.beginPath();
    pen.roundRect(0, 0, width, TALL, 4);
    pen.fill();
    pen.font = FONT;
    pen.fillStyle = ink.ink;
    pen.textBaseline = "middle";
    pen.fillText(text, PAD, TALL / 2 + 0.5);
  });
}

const measured = new Map<string, number>();

/** How wide a label is, pixels. */
export function wide(text: string): number {
  const known = measured.get(text);
  if (known !== undefined) return known;
  const pen = document.createElement("canvas").getContext("2d");
  if (pen) pen.font = FONT;
  const found = Math.ceil(pen?.measureText(text).width ?? 0) + 2 * PAD;
  measured.set(text, found);
  return found;
}

function picture(key: string, width: number, height: number, draw: (pen: CanvasRenderingContext2D) => void): Picture {
  const canvas = document.createElement("canvas");
  const by = sharp();
  [canvas.width, canvas.height] = [Math.ceil(width * by), Math.ceil(height * by)];
  const pen = canvas.getContext("2d");
  if (pen) {
    pen.scale(by, by);
    draw(pen);
  }
  return { key: `${key} ${by}`, canvas, scale: 1 / by };
}
