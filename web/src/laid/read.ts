/** Which numbers the answers shown were computed with: an answer lists exactly the claims that it used. */
import type { Answer } from "../api/types";
import { amount } from "../pages/amount";

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
}

/** What a measure makes of a parameter, position by position, where one does. */
export function measured(path: string, answers: Answer[]): Computed[] {
  return answers.flatMap((answer) =>
    answer.assumptions
      .filter((one) => one.parameter === path && one.how === "measure")
      .map((one) => ({
        position: answer.position ?? "",
        value: typeof one.value === "number" ? amount(one.value, one.unit) : one.shown,
      })),
  );
}

/** The value that a measure puts in the place of what is set, where it is one for all; else each. */
export function overruled(path: string, answers: Answer[]): string {
  return [...new Set(measured(path, answers).map((one) => one.value))].join(", ");
}
