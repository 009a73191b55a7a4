/** What answers rest on: one row a parameter, one cell a position; those that differ first. */
import type { Answer, Assumption } from "../api/types";

export interface Resting {
  parameter: string;
  cells: (Assumption | undefined)[];
  differs: boolean;
}

export function resting(answers: Answer[]): Resting[] {
  const found = new Map<string, (Assumption | undefined)[]>();
  answers.forEach((answer, at) => {
    for (const one of answer.assumptions) {
      const cells = found.get(one.parameter) ?? answers.map(() => undefined);
      cells[at] ??= one;
      found.set(one.parameter, cells);
    }
  });
  const rows = [...found].map(([parameter, cells]): Resting => {
    const values = new Set(cells.map((one) => (one ? JSON.stringify([one.shown, one.value]) : "")));
    return { parameter, cells, differs: values.size > 1 };
  });
  return rows.sort((a, b) => Number(b.differs) - Number(a.differs) || (a.parameter < b.parameter ? -1 : 1));
}
