/** What a parameter is called in a list: its short name if it has one, else its thing and its meaning. */
import type { Parameter } from "../api/types";
import { app } from "../state/app.svelte";
import { called, say } from "../words";
import { thing } from "./found";

export function told(one: Parameter): string {
  const short = app.desk?.sliders.find((slider) => slider.parameter === one.path)?.name;
  if (short) return say(short);
  const of = thing(one.path);
  return of ? `${called(of)}: ${say(one.means)}` : say(one.means);
}
