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
  "|": "M-.25,-1h.5v2h-.5Z",
  ">": "M1.1,0L-.85,1.05V-1.05Z",
  "<": "M-1.1,0L.85,-1.05V1.05Z",
  d: "M0,-1.25L.72,0L0,1.25L-.72,0Z",
  p: "M0,-1.1L1.05,-.34L.65,.89H-.65L-1.05,-.34Z",
  h: "M0,-1.1L.95,-.55V.55L0,1.1L-.95,.55V-.55Z",
  H: "M-1.1,0L-.55,-.95H.55L1.1,0L.55,.95H-.55Z",
  8: "M-.45,-1.05H.45L1.05,-.45V.45L.45,1.05H-.45L-1.05,.45V-.45Z",
};
export const marker = (code: string): string => SHAPES[code] ?? SHAPES["*"]!;

/** Dashes of a line of this width; patterns in /look are in widths of the line. */
export const dashes = (dash: number[] | null | undefined, width: number): string | undefined =>
  dash ? dash.map((one) => Math.max(0.8, one * width)).join(" ") : undefined;
