/** A state to begin from: whose numbers, which measures, what is set. */
import type { Preset } from "../api/types";
import type { Laid } from "../state/address";

type Begun = Pick<Laid, "positions" | "measures" | "sets">;

export function begun({ positions, measures, sets }: Preset): Begun {
  const cut = (one: string): [string, string] => [one.slice(0, one.indexOf("=")), one.slice(one.indexOf("=") + 1)];
  return { positions: [...positions], measures: [...measures].sort(), sets: Object.fromEntries(sets.map(cut)) };
}

/** Whether the state is just this preset. */
export function holds(preset: Preset, laid: Laid): boolean {
  const { positions, measures, sets } = begun(preset);
  const flat = (one: Begun) =>
    JSON.stringify([one.positions, [...one.measures].sort(), Object.entries(one.sets).sort(([a], [b]) => (a < b ? -1 : 1))]);
  return flat({ positions, measures, sets }) === flat(laid);
}
