/** Answers under one state, asked position by position so that each is cached by itself. */
import { untrack } from "svelte";
import * as api from "../api/client";
import type { Answer } from "../api/types";
import type { Laid } from "./address";

export interface One {
  position: string;
  answer?: Answer;
  /** Set while a newer answer is on its way; the old one stays in sight. */
  waiting: boolean;
  error?: api.Refused;
}

const KEPT = 200;
const known = new Map<string, Answer>();

export class Asked {
  list = $state.raw<One[]>([]);
  private stop = new AbortController();

  get waiting(): boolean {
    return this.list.some((one) => one.waiting);
  }
  get answers(): Answer[] {
    return this.list.flatMap((one) => (one.answer ? [one.answer] : []));
  }

  /** Ask again; what was asked before and has not come is given up. */
  async ask(question: string, laid: Laid, positions: string[], version: string, tables = "views"): Promise<void> {
    this.stop.abort();
    const stop = (this.stop = new AbortController());
    // Whoever asks in an effect must not ask again because of the answers.
    const before = untrack(() => new Map(this.list.map((one) => [one.position, one.answer])));
    this.list = positions.map((position) => {
      const old = before.get(position);
      return { position, answer: old?.question === question ? old : undefined, waiting: true };
    });
    await Promise.all(
      positions.map(async (position) => {
        const one = await asked(question, { ...laid, positions: [position] }, version, tables, stop.signal);
        if (one === undefined || stop.signal.aborted) return;
        this.list = this.list.map((old) => (old.position === position ? { position, waiting: false, ...one } : old));
      }),
    );
  }
}

async function asked(
  question: string,
  laid: Laid,
  version: string,
  tables: string,
  signal: AbortSignal,
): Promise<{ answer?: Answer; error?: api.Refused } | undefined> {
  const key = JSON.stringify([question, laid, version, tables]);
  const old = known.get(key);
  if (old) return { answer: old };
  try {
    const [answer] = await api.answers(question, laid, { version, tables, signal });
    if (answer) known.set(key, answer);
    if (known.size > KEPT) known.delete(known.keys().next().value!);
    return { answer };
  } catch (error) {
    if (error instanceof api.Refused) return { error };
    if (signal.aborted) return undefined;
    throw error;
  }
}
