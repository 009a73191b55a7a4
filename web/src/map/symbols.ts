/** How kinds of places are marked, on the map and in its key. */
import type { Role, Spot } from "./scene";

export interface Symbol {
  code: string;
  size: number;
  color: string;
  filled: boolean;
}
const INK = "var(--ink)";

const SYMBOLS: Record<Role, Symbol> = {
  site: { code: "*", size: 6.5, color: INK, filled: true },
  radar: { code: "D", size: 4, color: INK, filled: true },
  base: { code: "^", size: 3.6, color: INK, filled: true },
  target: { code: "s", size: 3, color: INK, filled: true },
  "launch-area": { code: "p", size: 5, color: INK, filled: true },
  meeting: { code: "o", size: 4, color: INK, filled: true },
  place: { code: "o", size: 2.5, color: INK, filled: false },
};
/** Bases and targets are filled where a flight that stands out begins or ends. */
export const symbol = ({ role, emphasis }: Pick<Spot, "role" | "emphasis">): Symbol =>
  role === "base" || role === "target" ? { ...SYMBOLS[role], filled: emphasis ?? false } : SYMBOLS[role];
