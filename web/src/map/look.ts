/** How outcomes and positions are drawn, by what the server says; an unknown outcome has a style of its own. */
import type { Look, Style } from "../api/types";

const OTHER: Style = { color: "#8a8f94", marker: "*", dash: [1, 4], filled: false, says: "" };

export const outcome = (look: Look, name: string | undefined): Style => look.outcomes[name ?? ""] ?? OTHER;

export function series(look: Look, number: number): Style {
  const style = look.series[number % look.series.length]!;
  return { ...style, filled: number < look.series.length, says: "" };
}
