/** What differs between two states, in words. */
import { named } from "../assumptions/spoken";
import { written } from "../assumptions/written";
import type { Laid } from "../state/address";
import { app } from "../state/app.svelte";
import { optionName } from "../verdicts/options";
import { positioned } from "../views/columns/text";
import { called, t } from "../words";
import { differences, type Difference } from "./comparing";

export interface Told {
  name: string;
  a: string;
  b: string;
}

export function told(a: Laid, b: Laid): Told[] {
  return differences(a, b).map((one) => ({ name: name(one), a: listed(one, one.a), b: listed(one, one.b) }));
}

function name({ about, of }: Difference): string {
  if (about === "set") return named(of);
  return about === "option" ? optionName(of, app.card) : t(`toolbar.differs_${about}`);
}

function listed(one: Difference, values: string[]): string {
  if (!values.length) return t(`toolbar.none_${one.about}`);
  return values.map((value) => worded(one, value)).join(", ");
}

function worded({ about }: Difference, value: string): string {
  if (about === "positions") return positioned(value);
  if (about === "set") return written(value);
  return about === "asOf" ? value : called(value);
}
