/** Which numbers the answers shown were computed with: an answer lists exactly the claims that it used. */
import type { Answer } from "../api/types";
import { choice } from "../assumptions/written";
import { amount } from "../pages/amount";
import { positionName } from "../views/columns/text";
import { t } from "../words";

/** Whether an assumption is of this parameter: the same, the block that it stands in, or a part of it. */
const of = (path: string, parameter: string): boolean =>
  path === parameter || path.startsWith(`${parameter}.`) || parameter.startsWith(`${path}.`);

/** Whether any answer read any of these; nothing is denied while no answer is there. */
export const reads = (paths: string[], answers: Answer[]): boolean =>
  !answers.length || answers.some((answer) => answer.assumptions.some((one) => paths.some((path) => of(path, one.parameter))));

export interface Computed {
  position: string;
  /** In words. */
  value: string;
  /** The same as a number in `unit`, where it is one. */
  si?: number;
  unit: string;
}

/** What a measure makes of a parameter, position by position, where one does. */
export function measured(path: string, answers: Answer[]): Computed[] {
  return answers.flatMap(({ position, assumptions }) =>
    assumptions
      .filter((one) => one.parameter === path && one.how === "measure")
      .map(({ value, unit, shown }) => ({
        position: position ?? "",
        unit,
        ...(typeof value === "number" ? { value: amount(value, unit), si: value } : { value: choice(shown) }),
      })),
  );
}

/** The value that a measure puts in the place of what is set, where it is one for all; else each. */
export function overruled(path: string, answers: Answer[]): string {
  return [...new Set(measured(path, answers).map((one) => one.value))].join(", ");
}

/** The same in a sentence, and whether it leaves nobody his own. */
export function ruled(made: Computed[], answers: Answer[]): { says: string; everybody: boolean } {
  const values = [...new Set(made.map((one) => one.value))];
  const everybody = made.length > 0 && made.length === answers.length;
  if (everybody && values.length === 1) return { says: t("laid.ruledAll", { value: values[0]! }), everybody };
  const parts = values.map((value) => {
    const positions = made.filter((one) => one.value === value).map((one) => positionName(one.position));
    return t("laid.ruled", { value, positions: positions.join(", ") });
  });
  return { says: parts.join("; "), everybody };
}
