import { app } from "../state/app.svelte";

/** Put a question in focus; options belong to the one before and do not go along. */
export function focus(question: string): void {
  if (question === app.shown.question) return;
  app.turn(question);
}
