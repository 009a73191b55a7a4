/** Whether a statement in dispute is true by an answer's numbers: `true`, `false`, `unknown` or `waits`. */
import type { Headline } from "../api/types";
import { verdictOf } from "./headline";

export type Truth = "true" | "false" | "unknown" | "waits";

/** `when` is how the test of the question fares where the statement is true. */
export function truth(headline: Pick<Headline, "value" | "test" | "holds"> | undefined, when: string): Truth {
  if (!headline) return "waits";
  const verdict = verdictOf(headline);
  if (verdict !== "holds" && verdict !== "fails") return "unknown";
  return verdict === when ? "true" : "false";
}
