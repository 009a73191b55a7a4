/** Whose numbers a map shows, and of two states compared, under which. */
import { positioned } from "../../views/columns/text";
import { t } from "../../words";
import type { Sheet } from "../sheets";

/** Whether any of these maps shows a state that is kept to compare with. */
export const compared = (sheets: Sheet[]): boolean => sheets.some((one) => one.other);

/** A name with the state that it is of; nothing is said of states where there is one. */
export const under = (name: string, other: boolean, several: boolean): string =>
  several ? [t(other ? "verdicts.stateA" : "verdicts.stateB"), name].filter(Boolean).join(" · ") : name;

/** The name over a map. */
export function titled({ position, other, drawings }: Sheet, several: boolean): string {
  return under(position ? positioned(position, drawings[0]?.answer) : drawings.length > 1 ? t("map.together") : "", other, several);
}
