/** Whose value an interval is computed with. */
import type { Claim } from "../api/types";
import { say, t } from "../words";
import { amount } from "./amount";

/** Said under the interval: the speaker's own, somebody else's, or the middle, which is the compilers'. */
export function computedWith(claim: Claim): string {
  const value = amount(claim.value as number, claim.unit);
  if (claim.point === "midpoint") return t("pages.midpoint", { value });
  if (claim.best_by && claim.best_by !== claim.by) return t("pages.bestBy", { value, name: say(claim.best_by_name) });
  return t("pages.best", { value });
}
