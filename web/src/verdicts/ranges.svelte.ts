/** Ranges of the headlines over what is claimed: asked once hands are still, for they cost several answers each. */
import * as api from "../api/client";
import type { Headline, Answer } from "../api/types";
import type { Laid } from "../state/address";
import { patiently } from "../views/patient";
import { Rested } from "../views/rested.svelte";

export interface Range {
  headline: Headline;
  rests: Answer["rests"];
  /** What was said of it in print and comes out otherwise here. */
  published: Answer["published"];
}
const [REST_MS, SOON_MS, KEPT] = [2_000, 15_000, 200];
const keyed = (question: string, laid: Laid, position: string, version: string) =>
  JSON.stringify([question, { ...laid, positions: [position] }, version]);

export class Ranges {
  private known = $state.raw(new Map<string, Range>());
  /** Those that took too long to be asked unasked. */
  private long = $state.raw(new Set<string>());
  private rested = new Rested<true>();

  /** Of every position, once hands are still; what is not there soon is left until somebody insists. */
  ask(question: string, laid: Laid, positions: string[], version: string): void {
    this.rested.ask(
      JSON.stringify([question, laid, positions, version]),
      async (signal) => {
        for (const position of positions) {
          const key = keyed(question, laid, position, version);
          if (this.known.has(key)) continue;
          const soon = AbortSignal.timeout(SOON_MS);
          try {
            await patiently(AbortSignal.any([signal, soon]), (one) => this.fetch(question, laid, position, version, one));
          } catch (error) {
            if (!soon.aborted || signal.aborted) throw error;
            this.long = new Set([...this.long, ...positions.map((one) => keyed(question, laid, one, version))]);
            return true; // the others would take as long
          }
        }
        return true;
      },
      REST_MS,
    );
  }
  /** However long it takes; what the server refuses is thrown. */
  async insist(question: string, laid: Laid, position: string, version: string): Promise<void> {
    await this.fetch(question, laid, position, version);
  }
  of(question: string, laid: Laid, position: string, version: string): Range | undefined {
    return this.known.get(keyed(question, laid, position, version));
  }
  takesLong(question: string, laid: Laid, position: string, version: string): boolean {
    return this.long.has(keyed(question, laid, position, version));
  }

  private async fetch(question: string, laid: Laid, position: string, version: string, signal?: AbortSignal): Promise<void> {
    const state = { ...laid, positions: [position] };
    const [answer] = await api.answers(question, state, { version, tables: "none", interval: "true", signal });
    if (!answer) return;
    const { headline, rests, published } = answer;
    const key = keyed(question, laid, position, version);
    this.known = new Map([...[...this.known].slice(-KEPT), [key, { headline, rests, published }]]);
  }
}

export const ranges = new Ranges();
