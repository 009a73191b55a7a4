/** Two states beside each other: A is kept in the address, B is the one being changed. */
import { query, type Laid } from "../state/address";

/** A state as it is kept; never empty, since an empty one means that nothing is compared. */
export const kept = (laid: Laid): string => query(laid) || new URLSearchParams({ d: laid.dossier }).toString();

export interface Difference {
  about: "positions" | "measures" | "set" | "asOf" | "option" | "dossier";
  /** The parameter or option that differs. */
  of: string;
  a: string[];
  b: string[];
}

/** What differs between two states, each thing once. */
export function differences(a: Laid, b: Laid): Difference[] {
  const found: Difference[] = [];
  const note = (about: Difference["about"], of: string, one: string[], two: string[]) => {
    if ([...one].sort().join("\n") !== [...two].sort().join("\n")) found.push({ about, of, a: one, b: two });
  };
  const text = (one: string | undefined) => (one ? [one] : []);
  note("dossier", "", [a.dossier], [b.dossier]);
  note("positions", "", a.positions, b.positions);
  note("measures", "", a.measures, b.measures);
  for (const path of keys(a.sets, b.sets)) note("set", path, text(a.sets[path]), text(b.sets[path]));
  note("asOf", "", text(a.asOf), text(b.asOf));
  for (const key of keys(a.options, b.options)) note("option", key, text(a.options[key]), text(b.options[key]));
  return found;
}

const keys = (...of: Record<string, string>[]): string[] => [...new Set(of.flatMap(Object.keys))].sort();
