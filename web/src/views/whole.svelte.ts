/** An analysis, which has one answer for several positions together. */
import * as api from "../api/client";
import type { Answer } from "../api/types";
import type { Laid } from "../state/address";
import { Rested } from "./rested.svelte";

export const whole = new Rested<Answer | undefined>();

export function askWhole(question: string, laid: Laid, version: string): void {
  const key = JSON.stringify([question, laid, version]);
  whole.ask(key, async (signal) => (await api.answers(question, laid, { version, signal }))[0]);
}
