/** What differs between two states, in words. */
import { choice, named, shown } from "../assumptions/spoken";
import { readValue } from "../assumptions/place";
import type { Laid } from "../state/address";
import { app } from "../state/app.svelte";
import { called, positioned, t } from "../words";
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
  return about === "option" ? of : t(`toolbar.differs_${about}`);
}

function listed(one: Difference, values: string[]): string {
  if (!values.length) return t(`toolbar.none_${one.about}`);
  return values.map((value) => worded(one, value)).join(", ");
}

function worded({ about, of }: Difference, value: string): string {
  if (about === "positions") return positioned(value);
  if (about === "set") return set(of, value);
  return about === "asOf" ? value : called(value);
}

/** A set value in the units switched to, where a slider knows them. */
function set(path: string, text: string): string {
  const slider = app.desk?.sliders.find((one) => one.parameter === path);
  const value = slider && slider.type === "number" ? readValue(slider, text) : undefined;
  return value === undefined ? choice(text) : shown(slider!, value);
}
