import * as api from "../api/client";
import { app } from "./app.svelte";

/** Load what every page needs: the dossier's desk, the questions, how data look. */
export async function start(): Promise<void> {
  const [desk, cards, look] = await Promise.all([api.desk(app.laid.dossier), api.cards(), api.look()]);
  app.desk = desk;
  app.cards = cards;
  app.look = look;
}
