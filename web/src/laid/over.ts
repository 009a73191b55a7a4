/** Everything that is laid over the positions shown, whether a slider shows it or not. */
import { named } from "../assumptions/spoken";
import { written } from "../assumptions/written";
import type { Answer, Card, Desk } from "../api/types";
import type { Laid } from "../state/address";
import { app } from "../state/app.svelte";
import { optionName } from "../verdicts/options";
import { told } from "../views/columns/text";
import { called, t } from "../words";
import { overruled, reads } from "./read";

export interface Over {
  id: string;
  /** What it is, with its value and unit. */
  text: string;
  /** Why it does not do what it says: nothing reads it, or something else decides. */
  but: string;
  /** The state without it. */
  without: Partial<Laid>;
}

/** In the order of the address: settings, measures, date, options. `answers` are those of this state, once all have come. */
export function over(laid: Laid, card: Card | undefined, answers: Answer[]): Over[] {
  return [
    ...Object.keys(laid.sets).sort().map((path) => setting(laid, path, answers)),
    ...[...laid.measures].sort().map((id) => measure(laid, id, answers)),
    ...(laid.asOf ? [{ id: "as-of", text: t("laid.asOf", { date: laid.asOf }), but: "", without: { asOf: "" } }] : []),
    ...Object.keys(laid.options).sort().map((key) => option(laid, key, card)),
  ];
}

function setting(laid: Laid, path: string, answers: Answer[]): Over {
  const { [path]: value = "", ...sets } = laid.sets;
  const decided = overruled(path, answers);
  return {
    id: `set ${path}`,
    text: `${knows(path) ? named(path) : path}: ${written(value)}`,
    but: !reads([path], answers) ? t("laid.unread") : decided ? t("laid.overruled", { value: decided }) : "",
    without: { sets },
  };
}

/** What is in no dossier keeps the name that the address gives it; the server says what is wrong. */
const knows = (path: string): boolean => app.desk?.parameters.some((one) => one.path === path || one.path.startsWith(`${path}.`)) ?? false;

function measure(laid: Laid, id: string, answers: Answer[]): Over {
  const does = app.desk?.measures.find((one) => one.id === id)?.does ?? [];
  // What is taken away is in no answer any more, just because the measure works.
  const paths = does.every((one) => one.do !== "remove") ? does.map(touched) : [];
  return {
    id: `measure ${id}`,
    text: called(id),
    but: paths.length && !reads(paths, answers) ? t("laid.unread") : "",
    without: { measures: laid.measures.filter((one) => one !== id) },
  };
}

/** A mask holds for the whole radar, whichever of its numbers the answer read: one that looks all round has no middle. */
const touched = (one: Desk["measures"][number]["does"][number]): string => (one.do === "mask" ? one.parameter.slice(0, one.parameter.lastIndexOf(".")) : one.parameter);

function option(laid: Laid, key: string, card: Card | undefined): Over {
  const { [key]: value = "", ...options } = laid.options;
  return { id: `option ${key}`, text: `${optionName(key, card)}: ${told(value)}`, but: "", without: { options } };
}
