/** Names of countries in the language of the page: tables have them in English; the browser knows the others. */
import { app } from "../../state/app.svelte";

/** English names that CLDR writes in another way. */
const ALSO: Record<string, string> = { turkey: "TR", "ivory coast": "CI", burma: "MM" };
const plain = (name: string): string =>
  name.toLowerCase().replace(/^the /, "").replaceAll("&", "and").normalize("NFD").replace(/\p{M}/gu, "");

let codes: Map<string, string> | undefined;
function known(): Map<string, string> {
  if (codes) return codes;
  codes = new Map(Object.entries(ALSO));
  const english = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  for (const a of letters)
    for (const b of letters) {
      const name = english.of(a + b);
      if (name) codes.set(plain(name), a + b);
    }
  return codes;
}

/** The country in the language of the page; undefined where the text is no country's English name. */
export function country(text: string): string | undefined {
  if (app.shown.lang === "en" || !/^[A-Z]\p{L}/u.test(text)) return undefined;
  const code = known().get(plain(text));
  return code && new Intl.DisplayNames(app.shown.lang, { type: "region" }).of(code);
}
