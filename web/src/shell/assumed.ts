/** What the answers of several positions assume, side by side: what they hold differently first. */
import type { Assumption, Text } from "../api/types";

/** One position that holds a value, by its own way: what is one's own claim another may have adopted. */
export interface Holder {
  position: string;
  how: string;
  /** Why somebody else's number was taken. */
  why: Text;
}
export interface Held {
  one: Assumption;
  holders: Holder[];
}
export interface Assumed {
  parameter: string;
  means: Text;
  /** One entry for each distinct claim or value; one alone where all hold the same. */
  held: Held[];
}
export interface Both {
  differing: Assumed[];
  alike: Assumed[];
}

/** What one position, as it was asked, assumes. */
export interface Assuming {
  position: string;
  assumptions: Assumption[];
}

export function assumed(answers: Assuming[]): Both {
  const found = new Map<string, Assumed>();
  for (const { position, assumptions } of answers)
    for (const one of assumptions) {
      const row = found.get(one.parameter) ?? { parameter: one.parameter, means: one.means, held: [] };
      const holder = { position, how: one.how, why: one.why ?? "" };
      const same = row.held.find((held) => key(held.one) === key(one));
      if (same) same.holders.push(holder);
      else row.held.push({ one, holders: [holder] });
      found.set(one.parameter, row);
    }
  const rows = [...found.values()].sort((a, b) => (a.parameter < b.parameter ? -1 : 1));
  const whole = (row: Assumed) => row.held.length === 1 && row.held[0]!.holders.length === answers.length;
  return { differing: rows.filter((row) => !whole(row)), alike: rows.filter(whole) };
}

interface Way {
  how: string;
  why: Text;
  positions: string[];
}

/** Holders who came by a number in the same way and for the same reason, together. */
export function ways(held: Held): Way[] {
  const found = new Map<string, Way>();
  for (const { position, how, why } of held.holders) {
    const key = JSON.stringify([how, why]);
    const way = found.get(key) ?? { how, why, positions: [] };
    way.positions.push(position);
    found.set(key, way);
  }
  return [...found.values()];
}

/** The same number of the same speaker, whoever came by it how; a value set by hand has no claim. */
const key = (one: Assumption): string => [one.claim, one.shown, one.value, one.by, one.status].join("|");
