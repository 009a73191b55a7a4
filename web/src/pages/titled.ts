/** The title of the document, for every page and language. */
import { app } from "../state/app.svelte";
import { say, t } from "../words";
import { routed } from "./routed";
import { told } from "./told";

export function titled(route: string): string {
  const name = t("common.title");
  const { page, of } = routed(route);
  if (page === "workbench") return `${name} · ${app.card ? say(app.card.title) : t("common.claim")}`;
  if (page === "question") {
    const card = app.cards.find((one) => one.id === of);
    return `${card ? say(card.title) : of} · ${name}`;
  }
  if (page === "parameter") {
    const known = app.desk?.parameters.find((one) => one.path === of);
    return `${known ? told(known) : of} · ${name}`;
  }
  if (page === "missing") return `${t("common.notFound")} · ${name}`;
  return `${t(`shell.${page}`)} · ${name}`;
}
