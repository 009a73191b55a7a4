/** What is asked of the server to learn what would be certain with a measure. */
import { nothingLaid, usual, type Laid } from "../state/address";
import type { Answer, Card, Value } from "../api/types";

/** Every party’s claims, nothing set by hand, and the search that the command line makes unasked: a guarantee holds whatever anybody on the table says. */
export const guaranteeing = (laid: Laid, measure: string, of: string): Laid => ({
  ...nothingLaid(),
  dossier: laid.dossier,
  asOf: laid.asOf,
  measures: [measure],
  options: { of },
});

/** The question that a guarantee is about: the one in focus if it has a test, or the one that an analysis in focus is of. */
export function about(card: Card | undefined, laid: Laid): string {
  if (!card) return usual.question;
  if (!card.analysis) return card.test ? card.id : usual.question;
  return laid.options.of ?? String(card.options.of?.default ?? usual.question);
}

export interface Worst {
  value: number;
  column: string;
  label: string;
  sought: string;
}
/** Key of the words for it: only what is proven is a limit. */
export const phrase = ({ label, sought }: Worst): string => {
  const end = sought === "least" ? "Least" : "Most";
  return label === "exact" || label === "bounded" ? `proven${end}` : `found${end}`;
};

/** The worst case of the headline that is sought, and how sure it is. */
export function worst(answer: Answer): Worst | undefined {
  const rows = answer.rows.data;
  if (!rows || typeof rows.worst?.[0] !== "number") return undefined;
  const first = (name: string): string => String((rows[name]?.[0] as Value) ?? "");
  return { value: rows.worst[0], column: first("column"), label: first("label"), sought: first("sought") };
}
