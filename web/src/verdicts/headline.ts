/** The value of a headline in words, and how its test fares. */
import type { Headline } from "../api/types";
import { showing } from "../units/shown";
import { yearShown, yearsShown } from "../units/years";
import { asPrinted } from "./asPrinted";
import { shownNumber } from "../views/columns/text";
import { say, t } from "../words";

type Shown = Pick<Headline, "show"> & Partial<Pick<Headline, "test">>;

/** As it is to be shown: per cent, year, or with the unit named; it passes as printed the test that it passes. */
export function shownValue(value: number | null | undefined, { show, test }: Shown): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return "–";
  if (show === "%") return `${shownNumber(value * 100, "%", asPrinted(test, value))}\u202f%`;
  if (show === "year") return yearShown(value);
  if (show === "years") return yearsShown(value);
  if (show === "" || show === "1") return shownNumber(value, "");
  if (show === "people") return `${shownNumber(value, "")}\u202f${t("views.people")}`;
  const { unit, factor } = showing(show);
  return `${shownNumber(value * factor, unit, asPrinted(test, value))}\u202f${unit}`;
}
/** Both ends of a range; one number where both read the same. */
export function shownRange(low: number, high: number, given: Shown): string {
  const [first, last] = [shownValue(low, given), shownValue(high, given)];
  if (low === high) return first; // not only as printed
  return first === last ? t("verdicts.about", { value: first }) : `${first} – ${last}`;
}

/** Whose test a verdict is by, in brackets; nothing where that is not said. */
export const tested = ({ test_by }: Pick<Headline, "test_by">): string =>
  say(test_by) && `(${t("verdicts.testBy", { whose: say(test_by) })})`;

export type Verdict = "holds" | "fails" | "not_answerable" | "untested";

/** Nothing is tested where the card has no test; where there is no value there is no answer. */
export function verdictOf({ value, test, holds }: Pick<Headline, "value" | "test" | "holds">): Verdict {
  if (value === null) return "not_answerable";
  if (!test) return "untested";
  return holds === null ? "not_answerable" : holds ? "holds" : "fails";
}

/** The change from one value to another; between shares, in percentage points. */
export function change(from: number | null, to: number | null, { show }: Shown): string {
  if (from === null || to === null) return "";
  const step = to - from;
  if (step === 0) return t("verdicts.noChange");
  const sign = step > 0 ? "+" : "−";
  if (show === "%") return `${sign}${shownNumber(Math.abs(step) * 100, "%")} ${t("verdicts.points")}`;
  if (show === "year") return `${sign}${yearsShown(Math.abs(step))}`;
  return `${sign}${shownValue(Math.abs(step), { show })}`;
}
