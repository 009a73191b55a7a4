/** How columns, numbers and identifiers of tables are shown to people. */
import type { Answer, Column, Text, Value } from "../../api/types";
import { app } from "../../state/app.svelte";
import { places, showing } from "../../units/shown";
import { yearShown } from "../../units/years";
import { called, say, t, WORDS } from "../../words";
import { written } from "../../assumptions/written";

const SIGNS: Record<string, string> = { "<=": "≤", ">=": "≥" };
const ENDINGS = /_(m_s|km2|deg|km|rad|kg|s|si)$/;

/** Whether a column holds calendar years: 2007 has no space after its first digit. */
export const isYear = (of: Column): boolean => of.unit === "year" || of.name === "year" || of.name.endsWith("_year");

/** The unit that a column is shown in, and what to multiply by. */
export function unitOf(of: Column): { unit: string; factor: number } {
  if (!of.unit || isYear(of)) return { unit: "", factor: 1 };
  if (of.unit === "people") return { unit: t("views.people"), factor: 1 };
  return showing(of.unit);
}

/** What a column is: in short, or its meaning, or its name. */
export function meaning(of: Column, short = true): string {
  const about = app.card?.columns[of.name] ?? (typeof of.means === "string" ? columnOf(of.name) : undefined);
  // A meaning in one language only gives way to the card's, which has both.
  const means = typeof of.means === "string" ? [about?.means, of.means] : [of.means, about?.means];
  const texts: (Text | undefined)[] = short ? [of.short, about?.short, ...means] : means;
  const name = app.desk?.names[of.name]; // a column for each party
  return texts.map(say).find(Boolean) || say(name) || of.name.replace(ENDINGS, "").replaceAll("_", " ");
}

/** The same with the unit. */
export function titled(of: Column, short = true): string {
  const { unit } = unitOf(of);
  return unit ? `${meaning(of, short)}, ${unit}` : meaning(of, short);
}

/** What the cards say of a column. */
function columnOf(name: string): { short?: Text; means?: Text } | undefined {
  const known = [app.card, ...app.cards].flatMap((card) => card?.columns[name] ?? []);
  return known.find((one) => one.short) ?? known[0];
}

/** A number in the unit that its row names, with it: such a table has several quantities in one column. */
export function inRow(value: Value | undefined, of: Column, unit: Value | undefined): string {
  if (typeof value !== "number" || typeof unit !== "string") return cell(value, of);
  return amount(value, { name: "", unit });
}

/** A value as a cell of a table shows it; an absent one is a dash. */
export function cell(value: Value | undefined, of: Column): string {
  if (value === null || value === undefined || value === "") return "–";
  if (typeof value === "boolean") return t(value ? "views.yes" : "views.no");
  if (typeof value === "string") return of.unit ? value : toldAs(value, of.kind);
  return number(value, of);
}

/** A number in the unit shown, without it. */
export function number(value: number, of: Column): string {
  if (!Number.isFinite(value)) return "–";
  if (isYear(of)) return yearShown(value);
  const { unit, factor } = unitOf(of);
  return shownNumber(value * factor, unit);
}

const formats = new Map<string, Intl.NumberFormat>();
/** At most so many places, in the digits of the language; formats are made once, there are many dots. */
function fixed(value: number, places: number): string {
  const key = `${app.shown.lang}${places}`;
  let format = formats.get(key);
  if (!format) formats.set(key, (format = new Intl.NumberFormat(app.shown.lang, { maximumFractionDigits: places })));
  return format.format(value).replace("-", "−");
}

/**
 * Per cent below ten have one decimal; seconds and degrees none; else three digits. What is not all is never 100 %.
 * More digits where the number would not be as printed what `fair` says that it is.
 */
export function shownNumber(value: number, unit: string, fair: (printed: number) => boolean = () => true): string {
  const large = Math.abs(value);
  const partly = (printed: number): boolean => unit !== "%" || large >= 100 || Math.abs(printed) < 100;
  const least = placesOf(large, unit);
  const cut = unit === "%" && large >= 99.5 && large < 100 ? (Math.sign(value) * Math.floor(large * 10)) / 10 : value;
  for (let places = least; places <= MOST_PLACES; places += 1) {
    const shown = places === least ? cut : value;
    const printed = Number(shown.toFixed(places));
    if (partly(printed) && fair(printed)) return fixed(shown, places);
  }
  return fixed(cut, least);
}
const MOST_PLACES = 17;

function placesOf(large: number, unit: string): number {
  if (unit === "%") return large > 0 && large < 0.05 ? places(large) : large < 10 || (large >= 99.5 && large < 100) ? 1 : 0;
  if (["°", "s", "с", "km", "км"].includes(unit)) return large > 0 && large < 1 ? 2 : 0;
  return places(large);
}

/** A number with its unit. */
export function amount(value: number, of: Column): string {
  const { unit } = unitOf(of);
  const text = number(value, of);
  return text === "–" || !unit ? text : `${text}${unit === "°" ? "" : "\u202f"}${unit}`;
}

/** Years of a list of values differ from shares in their ticks. */
export function tick(value: number, of: Column): string {
  if (isYear(of)) return String(Math.round(value));
  return fixed(value, Math.abs(value) < 10 ? 2 : 0);
}

/** How something ended: as it is drawn, or as the page calls it. */
export function ended(outcome: string): string {
  const style = app.look?.outcomes[outcome];
  return style ? say(style.says) : (wordFor(outcome) ?? outcome.replaceAll("_", " "));
}
const wordFor = (text: string): string | undefined => WORDS[app.shown.lang].views?.[`is_${text.replaceAll("-", "_")}`];

/** A text of a table: what the dossier calls it, or the page; several joined by a sign are called each. */
export const told = (text: string): string => toldAs(text);

/** The same, of a value in a column: of the kind of things that the column names. */
export const toldIn = (text: string, of: Column | undefined): string => toldAs(text, of?.kind);

/** The same, of things of a kind. */
export function toldAs(text: string, kind = ""): string {
  const names = app.desk?.names ?? {};
  if (text in names) return say(names[`${kind}.${text}`] ?? names[text]);
  const known = wordFor(text);
  if (known !== undefined) return known;
  const parameter = parameterName(text);
  if (parameter) return parameter;
  for (const [sign, between] of [["→", " → "], [", ", ", "]] as const) {
    const parts = text.split(sign).map((one) => one.trim());
    if (parts.length > 1 && parts.every((one) => one.split("+")[0]! in names)) return parts.map(told).join(between);
  }
  if (text.includes("+") && text.split("+")[0]! in names) return positionName(text);
  const style = app.look?.outcomes[text] ?? app.look?.verdicts[text];
  if (style) return say(style.says);
  const about = /^[a-z][a-z0-9]*(_[a-z0-9]+)+$/.test(text) ? columnOf(text) : undefined;
  if (about) return say(about.short) || say(about.means);
  const test = /^([a-z][a-z0-9_]*) (=|<=|>=|<|>) (.+)$/.exec(text);
  const tested = test && columnOf(test[1]!);
  if (test && tested) return `${say(tested.short) || say(tested.means)} ${SIGNS[test[2]!] ?? test[2]} ${test[3]}`;
  return /^[\w-]+$/.test(text) && !/^\d/.test(text) ? text.replaceAll("_", " ") : text;
}

/** A position in words: party, then everything that is laid over it alone, settings and date included. */
export function positioned(position: string, answer?: Answer): string {
  const [whole = "", ...over] = position.split("+");
  const [party = "", day] = whole.split("@");
  // The answer knows on whose numbers the party stands.
  const name = say(answer?.rests?.label) || called(party);
  return [name + (day ? `, ${t("shell.asOf", { date: day })}` : ""), ...over.map(overlay)].join(" + ");
}
/** The same of a position as an answer has it: what the page lays over all of them is told once, above. */
export function positionName(position: string, answer?: Answer): string {
  const { sets, measures } = app.laid;
  const [party = "", ...over] = position.split("+");
  const own = over.filter((one) => !measures.includes(one) && !Object.keys(sets).some((path) => one.startsWith(`set:${path}=`)));
  return positioned([party, ...own].join("+"), answer);
}
function overlay(one: string): string {
  const set = /^set:([^=]+)=(.*)$/.exec(one);
  if (set) return `${parameterName(set[1]!) || set[1]} = ${written(set[2]!)}`;
  return one.split(":").map(called).join(": ");
}
/** Over a column below the verdicts: of two states compared which, then the party and on whose numbers it stands. */
export const whose = (answer: Answer): string =>
  [app.versus ? t("verdicts.stateB") : "", positionName(answer.position ?? answer.label, answer)].filter(Boolean).join(" · ");

/** What a parameter is called, with the thing it is of; empty if there is no such parameter. */
export function parameterName(path: string): string {
  if (!path.includes(".")) return "";
  const slider = app.desk?.sliders.find((one) => one.parameter === path);
  if (slider) return say(slider.name);
  const found = app.desk?.parameters.find((one) => one.path === path);
  if (!found) return "";
  const thing = path.split(".")[1] ?? "";
  const name = app.desk?.names[thing];
  return name === undefined ? say(found.means) : `${say(name)}: ${say(found.means)}`;
}
export const isParameter = (text: string): boolean =>
  text.includes(".") && (app.desk?.parameters.some((one) => one.path === text) ?? false);
