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
const [REST_MS, KEPT] = [2_000, 200];
const keyed = (question: string, laid: Laid, position: string, version: string) =>
  JSON.stringify([question, { ...laid, positions: [position] }, version]);

export class Ranges {
  private known = $state.raw(new Map<string, Range>());
  private rested = new Rested<true>();

  ask(question: string, laid: Laid, positions: string[], version: string): void {
    this.rested.ask(
      JSON.stringify([question, laid, positions, version]),
      async (signal) => {
        for (const position of positions) {
          const key = keyed(question, laid, position, version);
          if (this.known.has(key)) continue;
          const state = { ...laid, positions: [position] };
          const [answer] = await patiently(signal, (one) =>
            api.answers(question, state, { version, tables: "none", interval: "true", signal: one }),
          );
          if (answer) this.known = new Map([...[...this.known].slice(-KEPT), [key, { headline: answer.headline, rests: answer.rests, published: answer.published }]]);
        }
        return true;
      },
      REST_MS,
    );
  }
  of(question: string, laid: Laid, position: string, version: string): Range | undefined {
    return this.known.get(keyed(question, laid, position, version));
  }
}

export const ranges = new Ranges();
