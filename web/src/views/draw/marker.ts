/** Marks by the names that the look has for them, as paths about the origin. */

const CROSS: [number, number][] = [
  [-1, -0.5], [-0.5, -1], [0, -0.5], [0.5, -1], [1, -0.5], [0.5, 0],
  [1, 0.5], [0.5, 1], [0, 0.5], [-0.5, 1], [-1, 0.5], [-0.5, 0],
]; // prettier-ignore
const PLUS: [number, number][] = [
  [-0.35, -1], [0.35, -1], [0.35, -0.35], [1, -0.35], [1, 0.35], [0.35, 0.35],
  [0.35, 1], [-0.35, 1], [-0.35, 0.35], [-1, 0.35], [-1, -0.35], [-0.35, -0.35],
]; // prettier-ignore
const STAR = Array.from({ length: 10 }, (_, at): [number, number] => {
  const [far, turn] = [at % 2 ? 0.45 : 1.15, (at * Math.PI) / 5 - Math.PI / 2];
  return [far * Math.cos(turn), far * Math.sin(turn)];
});
const SHAPES: Record<string, [number, number][]> = {
  s: [[-0.85, -0.85], [0.85, -0.85], [0.85, 0.85], [-0.85, 0.85]],
  D: [[0, -1.15], [1.15, 0], [0, 1.15], [-1.15, 0]],
  "^": [[0, -1.1], [1.1, 0.85], [-1.1, 0.85]],
  v: [[0, 1.1], [1.1, -0.85], [-1.1, -0.85]],
  _: [[-1.1, -0.3], [1.1, -0.3], [1.1, 0.3], [-1.1, 0.3]],
  "|": [[-0.3, -1.1], [0.3, -1.1], [0.3, 1.1], [-0.3, 1.1]],
  ">": [[1.1, 0], [-0.85, 1.05], [-0.85, -1.05]],
  "<": [[-1.1, 0], [0.85, -1.05], [0.85, 1.05]],
  d: [[0, -1.25], [0.72, 0], [0, 1.25], [-0.72, 0]],
  p: [[0, -1.1], [1.05, -0.34], [0.65, 0.89], [-0.65, 0.89], [-1.05, -0.34]],
  h: [[0, -1.1], [0.95, -0.55], [0.95, 0.55], [0, 1.1], [-0.95, 0.55], [-0.95, -0.55]],
  H: [[-1.1, 0], [-0.55, -0.95], [0.55, -0.95], [1.1, 0], [0.55, 0.95], [-0.55, 0.95]],
  8: [[-0.45, -1.05], [0.45, -1.05], [1.05, -0.45], [1.05, 0.45], [0.45, 1.05], [-0.45, 1.05], [-1.05, 0.45], [-1.05, -0.45]],
  X: CROSS,
  P: PLUS,
  "*": STAR,
}; // prettier-ignore

/** The outline of a mark with about the radius `r`, `x` to the right; an unknown one is a circle. */
export function outline(marker: string, r: number, x = 0): string {
  const points = SHAPES[marker];
  if (!points) return `M${round(x - r)} 0a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`;
  return `M${points.map(([a, b]) => `${round(x + a * r)} ${round(b * r)}`).join("L")}Z`;
}

/** A colour as it can be seen on either paper: black is the ink of the theme. */
export const inked = (color: string): string => (color === "#000000" ? "var(--ink)" : color);

/** Dashes of a line, in units of its width, as SVG takes them. */
export const dashed = (dash: number[] | null, width: number): string | undefined =>
  dash ? dash.map((one) => round(one * width)).join(" ") : undefined;

const round = (value: number) => Math.round(value * 100) / 100;
