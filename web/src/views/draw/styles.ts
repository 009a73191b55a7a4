/** Which look a value has: its own where it is an outcome or a verdict, else that of a quantity. */
import type { Look, Style } from "../../api/types";

const OTHER: Style = { color: "#8a8f94", marker: "*", dash: null, filled: false, says: "" };

export const outcome = (look: Look, name: string): Style => look.outcomes[name] ?? OTHER;

/** The look of the one with this number in a series; past its end the marks are hollow. */
export function series(look: Look, number: number): Style {
  const found = look.series[number % look.series.length];
  return found ? { ...found, filled: number < look.series.length, says: "" } : OTHER;
}

/** The look of a quantity, or a kind, with this number: no position's. */
export function quantity(look: Look, number: number): Style {
  const found = look.quantities[number % look.quantities.length];
  return found ? { ...found, filled: number < look.quantities.length, says: "" } : OTHER;
}

/** Value to look; all of them alike, so that every party's picture marks them alike. */
export function named(look: Look, names: string[]): Record<string, Style> {
  for (const known of [look.outcomes, look.verdicts])
    if (names.length && names.every((name) => name in known))
      return Object.fromEntries(names.map((name) => [name, known[name]!]));
  return Object.fromEntries(names.map((name, number) => [name, quantity(look, number)]));
}

/**
 * Number in the series of each position: a party keeps its own whatever is asked beside it; a second
 * position of the same party gets one that no party has.
 */
export function numbered(positions: string[], parties: string[]): Record<string, number> {
  const taken = new Set<number>();
  let next = parties.length;
  const found: Record<string, number> = {};
  for (const position of positions) {
    const party = parties.indexOf(position.split("+")[0]!);
    const number = party >= 0 && !taken.has(party) ? party : next++;
    taken.add(number);
    found[position] = number;
  }
  return found;
}
