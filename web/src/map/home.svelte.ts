/** Where the defence stands, for maps that have nothing else to show: from the last answer that said so. */
import * as api from "../api/client";
import { app } from "../state/app.svelte";
import type { Laid } from "../state/address";
import { calledAs } from "../words";
import { scene } from "./make";
import type { Answer } from "../api/types";
import { EMPTY, type Scene } from "./scene";

const DEFENDED = ["map.links", "map.cells"]; // views whose tables say where the defence stands
const known = $state<Record<string, Answer>>({});
const asked = new Set<string>();

const keyed = (laid: Laid, position: string) =>
  JSON.stringify([laid.dossier, position, [...laid.measures].sort(), laid.asOf]);

/** Sites of a position; asks for them once, of the first question that has a map. */
export function home(laid: Laid, position: string): Scene {
  const answer = known[keyed(laid, position)];
  return answer ? scene([{ ...answer, views: [] }], { name: calledAs }) : EMPTY;
}

export async function find(laid: Laid, position: string): Promise<void> {
  const key = keyed(laid, position);
  const card = app.cards.find(
    (one) => one.server && !one.analysis && one.views.some(({ kind }) => DEFENDED.includes(kind)),
  );
  if (!card || !app.desk || asked.has(key)) return;
  asked.add(key);
  const plain = { ...laid, positions: [position], sets: {}, options: {} };
  const [found] = await api.answers(card.id, plain, { version: app.desk.v, tables: "sites" }).catch(() => []);
  if (found) known[key] = found;
}
