/** The state in the address: what is asked of whom (as on the command line), and how it is shown. */

/** What is laid before the model: the part of the state that answers depend on. */
export interface Laid {
  dossier: string;
  /** Positions as text; none means every party. */
  positions: string[];
  /** `path` to `value`, laid over every position. */
  sets: Record<string, string>;
  measures: string[];
  asOf: string;
  /** Options of the question in focus. */
  options: Record<string, string>;
}

export interface Shown {
  question: string;
  lang: "en" | "ru";
  units: "km" | "mi";
  map: "2d" | "3d";
  show: "side" | "over";
  theme: "auto" | "light" | "dark";
  /** Parameter of the chart at the right. */
  slider: string;
  /** Seconds of the time bar. */
  time: number;
  /** A second state to compare with, as the query of its address; empty for none. */
  versus: string;
}

/**
 * What an address need not say: the first dossier that is served, and the question on which its quarrel
 * hinges. `unasked` is the dossier that commands take without being told. Known once the server has said so.
 */
export const usual = { dossier: "", question: "", unasked: "" };
const CHOICES = {
  lang: ["en", "ru"],
  units: ["km", "mi"],
  map: ["2d", "3d"],
  show: ["side", "over"],
  theme: ["auto", "light", "dark"],
} as const;

export const nothingLaid = (): Laid => ({
  dossier: usual.dossier,
  positions: [],
  sets: {},
  measures: [],
  asOf: "",
  options: {},
});

export const plainly = (lang: "en" | "ru" = "en"): Shown => ({
  question: usual.question,
  lang,
  units: "km",
  map: "2d",
  show: "side",
  theme: "auto",
  slider: "",
  time: 0,
  versus: "",
});

/** The query that both the page and the API read; keys in a fixed order, so that equal states have equal addresses. */
export function query(laid: Laid, more: Record<string, string> = {}): string {
  const made = new URLSearchParams();
  if (laid.dossier !== usual.dossier) made.append("d", laid.dossier);
  for (const position of laid.positions) made.append("p", position);
  for (const path of Object.keys(laid.sets).sort()) made.append("set", `${path}=${laid.sets[path]}`);
  for (const measure of [...laid.measures].sort()) made.append("m", measure);
  if (laid.asOf) made.append("as_of", laid.asOf);
  for (const key of Object.keys(laid.options).sort()) made.append("o", `${key}=${laid.options[key]}`);
  for (const [key, value] of Object.entries(more)) if (value) made.append(key, value);
  return made.toString();
}

/** The whole address of a state, after the question mark. */
export function address(laid: Laid, shown: Shown): string {
  const plain = plainly();
  const more: Record<string, string> = {};
  if (shown.question !== plain.question) more.q = shown.question;
  for (const key of Object.keys(CHOICES) as (keyof typeof CHOICES)[])
    if (key === "lang" || shown[key] !== plain[key]) more[key] = shown[key];
  if (shown.slider) more.slider = shown.slider;
  if (shown.time) more.t = String(Math.round(shown.time));
  if (shown.versus) more.vs = shown.versus;
  return query(laid, more);
}

/** Reads an address; what it cannot read it leaves at its default, never failing. */
export function read(search: string, lang: "en" | "ru" = "en"): { laid: Laid; shown: Shown } {
  const given = new URLSearchParams(search);
  const laid = nothingLaid();
  laid.dossier = given.get("d") || usual.dossier;
  laid.positions = given.getAll("p").filter(Boolean);
  laid.sets = pairs(given.getAll("set"));
  laid.measures = [...new Set(given.getAll("m").flatMap((text) => text.split(",")))].filter(Boolean);
  laid.asOf = given.get("as_of") ?? "";
  laid.options = pairs(given.getAll("o"));
  const shown = plainly(lang);
  shown.question = given.get("q") || usual.question;
  for (const [key, of] of Object.entries(CHOICES)) {
    const value = given.get(key);
    if (value && (of as readonly string[]).includes(value)) Object.assign(shown, { [key]: value });
  }
  shown.slider = given.get("slider") ?? "";
  shown.time = Math.max(0, Number(given.get("t")) || 0);
  shown.versus = given.get("vs") ?? "";
  return { laid, shown };
}

function pairs(texts: string[]): Record<string, string> {
  const found: Record<string, string> = {};
  for (const text of texts) {
    const at = text.indexOf("=");
    if (at > 0 && text.slice(at + 1)) found[text.slice(0, at)] = text.slice(at + 1);
  }
  return found;
}
