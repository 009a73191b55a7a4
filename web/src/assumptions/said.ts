/** Names of a closed list on the server's side in words; as they are, where there are no words for one. */
import { app } from "../state/app.svelte";
import { WORDS } from "../words";

export function worded(area: string, key: string, otherwise: string): string {
  return WORDS[app.shown.lang][area]?.[key.replaceAll(/[ -]/g, "_")] ?? otherwise;
}
