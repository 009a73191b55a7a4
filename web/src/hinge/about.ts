/** Which question the right-hand side is about. */
import type { Card } from "../api/types";
import { usual } from "../state/address";

/** The question in focus; of an analysis, the question that it is about. */
export function about(card: Card | undefined, options: Record<string, string>): string {
  if (!card) return usual.question;
  if (!card.analysis) return card.id;
  return options.of ?? String(card.options.of?.default ?? usual.question);
}

/** Numbers that first pages speak of, `{coverage_us}` in their texts; else the headline. */
export function told(card: Card): string[] {
  const says = (card.first_page?.says as { en?: string } | undefined)?.en ?? "";
  const named = [...says.matchAll(/\{(\w+)\}/g)].map((one) => one[1]!);
  const known = [...new Set(named)].filter((name) => name in card.columns);
  return known.length ? known : [card.headline.column];
}

export interface Panel {
  question: string;
  column: string;
}

/** What the chart draws: the answers of the first page, and the question in focus if it is none of them. */
export function panels(cards: Card[], focus: string): Panel[] {
  const first = cards.filter((card) => card.first_page?.role === "answer");
  const mine = cards.find((card) => card.id === focus && !card.analysis);
  const ordered = [...first].sort((a, b) => Number(b.id === focus) - Number(a.id === focus) || b.order - a.order);
  const found = ordered.flatMap((card) =>
    told(card)
      .filter((name) => card.columns[name]?.unit === "1")
      .map((name) => ({ question: card.id, column: name })),
  );
  return mine && !first.includes(mine) ? [{ question: mine.id, column: mine.headline.column }, ...found] : found;
}
