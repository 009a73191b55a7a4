/** Shapes of markers around (0, 0), about a unit in radius, by their codes in /look. */
const SHAPES: Record<string, string> = {
  o: "M-1,0a1,1 0 1,0 2,0a1,1 0 1,0 -2,0Z",
  s: "M-.85,-.85h1.7v1.7h-1.7Z",
  D: "M0,-1.15L1.15,0L0,1.15L-1.15,0Z",
  "^": "M0,-1.1L1.05,.8H-1.05Z",
  v: "M0,1.1L1.05,-.8H-1.05Z",
  X: "M-1,-.55L-.55,-1L0,-.45L.55,-1L1,-.55L.45,0L1,.55L.55,1L0,.45L-.55,1L-1,.55L-.45,0Z",
  P: "M-.35,-1h.7v.65h.65v.7h-.65v.65h-.7v-.65h-.65v-.7h.65Z",
  "*": "M0,-1.25L.3,-.4L1.2,-.39L.48,.15L.74,1.01L0,.5L-.74,1.01L-.48,.15L-1.2,-.39L-.3,-.4Z",
  _: "M-1,-.25h2v.5h-2Z",
};
export const marker = (code: string): string => SHAPES[code] ?? SHAPES["*"]!;

/** Dashes of a line of this width; patterns in /look are in widths of the line. */
export const dashes = (dash: number[] | null | undefined, width: number): string | undefined =>
  dash ? dash.map((one) => Math.max(0.8, one * width)).join(" ") : undefined;
