/** Why a map shows less than one would expect. */
import type { One } from "../state/asked.svelte";
import { positioned } from "../views/columns/text";
import { say } from "../words";
import type { Scene } from "./scene";

const empty = ({ tracks, cells, rings }: Scene) => !tracks.length && !cells.length && !rings.length;

/** For each position without anything to draw: its error, or what its answer says of itself. */
export function reasons(list: One[], scenes: Scene[]): { position: string; why: string }[] {
  return list.flatMap(({ position, answer, error, waiting }, at) => {
    if (waiting || !empty(scenes[at]!)) return [];
    const why = error?.message ?? say(answer?.headline.sentence);
    return why ? [{ position: positioned(position), why }] : [];
  });
}
