/** Whose value an interval is computed with, and who gave its ends. */
import type { Claim } from "../api/types";
import { say, t } from "../words";
import { amount } from "./amount";

/** Said under the interval: the value the speaker's own, somebody else's or the middle, and its ends, if another's. */
export const computedWith = (claim: Claim): string =>
  [value(claim), claim.ends_by && t("pages.endsBy", { name: say(claim.ends_by_name) })].filter(Boolean).join("; ");

function value(claim: Claim): string {
  const value = amount(claim.value as number, claim.unit);
  if (claim.point === "midpoint") return t("pages.midpoint", { value });
  if (claim.best_by && claim.best_by !== claim.by) return t("pages.bestBy", { value, name: say(claim.best_by_name) });
  return t("pages.best", { value });
}
