/** The shape of a party's marks, and the half of it that is filled where a claim was adopted. */
import { app } from "../state/app.svelte";

export interface Shape {
  whole: string;
  half: string;
}
/** By the marker's name in `look`, in a box of 16 by 16. */
const SHAPES: Record<string, Shape> = {
  o: { whole: "M8 2A6 6 0 0 1 8 14A6 6 0 0 1 8 2Z", half: "M8 2A6 6 0 0 0 8 14Z" },
  s: { whole: "M2.5 2.5H13.5V13.5H2.5Z", half: "M2.5 2.5H8V13.5H2.5Z" },
  "^": { whole: "M8 1.5L14.5 13.5H1.5Z", half: "M8 1.5V13.5H1.5Z" },
  D: { whole: "M8 1L15 8L8 15L1 8Z", half: "M8 1V15L1 8Z" },
  v: { whole: "M8 14.5L1.5 2.5H14.5Z", half: "M8 14.5V2.5H1.5Z" },
  h: { whole: "M8 1.5L13.7 4.7V11.3L8 14.5L2.3 11.3V4.7Z", half: "M8 1.5V14.5L2.3 11.3V4.7Z" },
};

/** A sign beside a mark whose number was not read where it was said. */
export const KNOWN: Record<string, string> = { secondary: "2", derived: "≈", recalled: "?", assumed: "*" };

/** Shape and colour of a party, by its place in the alphabet of parties; plain for nobody in particular. */
export function drawn(party: string): Shape & { color: string } {
  const at = app.desk?.parties.findIndex((one) => one.id === party) ?? -1;
  const series = app.look?.series ?? [];
  const style = at < 0 ? undefined : series[at % Math.max(series.length, 1)];
  const color = style && style.color !== "#000000" ? style.color : "currentColor";
  return { ...(SHAPES[style?.marker ?? "o"] ?? SHAPES.o!), color };
}
