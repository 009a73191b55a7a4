/** How outcomes and positions are drawn, by what the server says; an unknown outcome has a style of its own. */
import type { Look, Style } from "../api/types";

const OTHER: Style = { color: "#8a8f94", marker: "*", dash: [1, 4], filled: false, says: {} };

/** Black is the colour of ink, which is light on dark paper. */
const BLACK = "#000000";

export const outcome = (look: Look, name: string | undefined): Style => look.outcomes[name ?? ""] ?? OTHER;

export function series(look: Look, number: number): Style {
  const style = look.series[number % look.series.length]!;
  const color = style.color === BLACK ? "var(--ink)" : style.color;
  return { ...style, color, filled: number < look.series.length, says: {} };
}
