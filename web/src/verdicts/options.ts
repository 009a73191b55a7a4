/** What an option of a question can be: its own list, or the dossier's things of a kind. */
import type { Card, Desk } from "../api/types";
import { app } from "../state/app.svelte";
import { told } from "../views/columns/text";
import { say, WORDS } from "../words";

/** What an option is called: as the card says, or the page. */
export const optionName = (key: string, card: Card | undefined): string =>
  say(card?.options[key]?.means) || WORDS[app.shown.lang].verdicts?.[`option_${key}`] || told(key);

/** Identifiers of the things of a kind, as the paths of their parameters have them. */
export function things(desk: Desk, kind: string): string[] {
  const found = desk.parameters.flatMap(({ path }) => (path.startsWith(`${kind}.`) ? path.split(".")[1]! : []));
  return [...new Set(found)].sort();
}

/** The choices of an option; none where it is free text. */
export function choices(desk: Desk, option: Card["options"][string]): string[] {
  if (option.of) return option.of;
  if (!option.kind) return [];
  const known = things(desk, option.kind);
  const first = String(option.default);
  return known.includes(first) ? known : [first, ...known];
}
