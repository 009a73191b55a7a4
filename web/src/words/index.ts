/** Every string of the page, by area and key, in both languages. */
import type { Text } from "../api/types";
import { app } from "../state/app.svelte";
import { withMiles } from "../units/miles";

type Words = Record<string, Record<string, string>>;

const files = import.meta.glob<Record<string, string>>("./{en,ru}/*.json", { eager: true, import: "default" });
export const WORDS: Record<"en" | "ru", Words> = { en: {}, ru: {} };
for (const [path, words] of Object.entries(files)) {
  const [, lang, area] = /^\.\/(en|ru)\/(.+)\.json$/.exec(path)!;
  WORDS[lang as "en" | "ru"][area!] = words;
}

/** The string `area.key` in the language of the page, with `{name}` filled in. */
export function t(key: string, given: Record<string, string | number> = {}): string {
  const [area, name] = key.split(".") as [string, string];
  const text = WORDS[app.shown.lang][area]?.[name];
  if (text === undefined) throw new Error(`no words for ${key} in ${app.shown.lang}`);
  return text.replace(/\{(\w+)\}/g, (whole, one) => String(given[one] ?? whole));
}

/** A text of the server in the language of the page. */
export function say(text: Text | undefined | null): string {
  if (text === undefined || text === null) return "";
  return withMiles(typeof text === "string" ? text : text[app.shown.lang] || text.en || Object.values(text)[0] || "");
}

/** What a thing is called in the dossier; its identifier, where it has no name. */
export const called = (id: string): string => calledAs(id);

/** The same, where things of several kinds share an identifier: what that of a kind is called. */
export function calledAs(id: string, kind = ""): string {
  const name = app.desk?.names[`${kind}.${id}`] ?? app.desk?.names[id];
  return name === undefined ? id : say(name);
}

/** How one chooses among forms of a noun after a number, as CLDR plural rules have them. */
export function plural(count: number, forms: Partial<Record<Intl.LDMLPluralRule, string>>): string {
  return forms[new Intl.PluralRules(app.shown.lang).select(count)] ?? forms.other ?? "";
}
