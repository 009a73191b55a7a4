/** The index of parameters: in groups, and those that fit what somebody looks for. */
import type { Desk, Parameter } from "../api/types";

export interface Group {
  id: string;
  parameters: Parameter[];
}

/** Lower case, no accents, so that "Vardo" finds Vardø's neighbours as people type them. */
const plainly = (text: string): string => text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");

/** Whether every word of `wanted` stands somewhere in the texts. */
export function fits(wanted: string, texts: string[]): boolean {
  const all = plainly(texts.join(" "));
  return plainly(wanted).split(/\s+/).every((word) => all.includes(word));
}

/** One group for each dispute that has parameters left, in the order of the dossier. */
export function disputed(desk: Desk, left: Parameter[]): Group[] {
  const known = new Map(left.map((one) => [one.path, one]));
  return desk.disputes
    .map(({ id, parameters }) => ({ id, parameters: parameters.flatMap((path) => known.get(path) ?? []) }))
    .filter((group) => group.parameters.length);
}

/** The others by kind, in the order of the alphabet of identifiers. */
export function byKind(left: Parameter[]): Group[] {
  const groups = new Map<string, Parameter[]>();
  for (const one of left) groups.set(one.kind, [...(groups.get(one.kind) ?? []), one]);
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, parameters]) => ({ id, parameters }));
}

/** The thing a parameter is of: `missiles.one.burn_time` is of `one`, `commit.remote` of nothing. */
export const thing = (path: string): string => {
  const parts = path.split(".");
  return parts.length > 2 ? parts.slice(1, -1).join(".") : "";
};
