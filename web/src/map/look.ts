/** How outcomes and positions are drawn, by what the server says; an unknown outcome has a style of its own. */
import type { Look, Style } from "../api/types";

const OTHER: Style = { color: "#8a8f94", marker: "*", dash: [1, 4], filled: false, says: {} };

/** Black is the colour of ink, which is light on dark paper. */
const BLACK = "#000000";

export const outcome = (look: Look, name: string | undefined): Style => look.outcomes[name ?? ""] ?? OTHER;

export const series = (look: Look, number: number): Style => numbered(look.series, number);

/** How kinds of rings are drawn where each position has a map of its own. */
export const kind = (look: Look, number: number): Style => numbered(look.quantities, number);

function numbered(styles: Look["series"], number: number): Style {
  const style = styles[number % styles.length]!;
  const color = style.color === BLACK ? "var(--ink)" : style.color;
  return { ...style, color, filled: number < styles.length, says: {} };
}
