/** What the disagreement over a question turns on: asked for all positions present together. */
import * as api from "../api/client";
import type { Answer } from "../api/types";
import type { Laid } from "../state/address";
import { Rested } from "../views/rested.svelte";

export const why = new Rested<Answer>();

export function askWhy(question: string, laid: Laid, version: string): void {
  const key = JSON.stringify([question, laid, version]);
  why.ask(key, (signal) => api.why(question, laid, version, signal), 500);
}
