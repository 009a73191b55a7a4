import * as api from "../api/client";
import type { Card } from "../api/types";
import { usual } from "./address";
import { app } from "./app.svelte";

/** Load what every page needs: which dossiers there are, the desk of one, its questions, how data look. */
export async function start(): Promise<void> {
  const [{ dossiers, unasked }, look] = await Promise.all([api.dossiers(), api.look()]);
  usual.dossier = dossiers[0]?.id ?? "";
  usual.unasked = unasked;
  const id = app.laid.dossier || usual.dossier;
  const [desk, cards] = await Promise.all([api.desk(id), api.cards(id)]);
  usual.question = first(cards);
  app.laid = { ...app.laid, dossier: id };
  if (!app.shown.question) app.shown = { ...app.shown, question: usual.question };
  app.served = dossiers;
  app.desk = desk;
  app.cards = cards;
  app.look = look;
}

/** The question on which the quarrel hinges, else the first that the first page answers, else any. */
export function first(cards: Card[]): string {
  const hinge = cards.find((card) => card.first_page?.role === "hinge");
  const about = cards.find((card) => card.id === hinge?.options.of?.default);
  const asked = cards.filter((card) => !card.analysis);
  return (about ?? asked.find((card) => card.first_page?.role === "answer") ?? asked[0])?.id ?? "";
}
