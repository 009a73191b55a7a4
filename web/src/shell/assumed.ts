/** What the answers of several positions assume, side by side: what they hold differently first. */
import type { Assumption, Text } from "../api/types";

export interface Held {
  positions: string[];
  one: Assumption;
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
  for (const answer of answers)
    for (const one of answer.assumptions) {
      const row = found.get(one.parameter) ?? { parameter: one.parameter, means: one.means, held: [] };
      const same = row.held.find((held) => key(held.one) === key(one));
      if (same) same.positions.push(answer.position);
      else row.held.push({ positions: [answer.position], one });
      found.set(one.parameter, row);
    }
  const rows = [...found.values()].sort((a, b) => (a.parameter < b.parameter ? -1 : 1));
  const whole = (row: Assumed) => row.held.length === 1 && row.held[0]!.positions.length === answers.length;
  return { differing: rows.filter((row) => !whole(row)), alike: rows.filter(whole) };
}

/** Who came by the number does not make another number of it; who said it does. */
const key = (one: Assumption): string => [one.claim, one.shown, one.value].join("|");
