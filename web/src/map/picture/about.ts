/** What a picture says of itself, in the language of the page. */
import type { Answer, Headline } from "../../api/types";
import { over } from "../../laid/over";
import { reachable } from "../../shell/reachable";
import { app } from "../../state/app.svelte";
import type { Laid } from "../../state/address";
import { shownRange, shownValue, verdictOf } from "../../verdicts/headline";
import { ranges } from "../../verdicts/ranges.svelte";
import { positioned } from "../../views/columns/text";
import { whole } from "../../views/whole.svelte";
import { say, t } from "../../words";
import { compared, titled } from "../tell/titled";
import type { Drawing, Sheet } from "../sheets";
import type { Said } from "./compose";

/** The question, and what lies over every position. */
export const question = (): string => say(app.card?.asks) || say(app.card?.title);

export function lead(): string[] {
  const answers = (laid: Laid) => (laid === app.laid ? app.asked.answers : app.other.answers);
  const line = (key: string, laid: Laid) =>
    `${t(key)} ${over(laid, app.card, answers(laid)).map((one) => [one.text, one.but && `(${one.but})`].filter(Boolean).join(" ")).join("; ") || t("laid.nothing")}`;
  const laid = app.versus ? [line("laid.leadA", app.versus), line("laid.leadB", app.laid)] : [line("laid.lead", app.laid)];
  const analysis = app.card?.analysis && whole.found?.question === app.card.id ? [say(whole.found.headline.sentence)] : [];
  return [...laid, ...analysis];
}

/** Over one map: which state it is of; of one position its name stands in the verdict. */
export function title(sheet: Sheet, sheets: Sheet[]): string {
  if (sheet.drawings.length > 1) return titled(sheet, compared(sheets));
  return compared(sheets) ? t(sheet.other ? "verdicts.stateA" : "verdicts.stateB") : "";
}

/** One verdict under a state; with its range and what was said of it in print, where these have come. */
export function said({ position, answer }: Drawing, laid: Laid): Said {
  if (!answer) return { label: positioned(position), value: "", verdict: "", sentence: "", rests: "" };
  const range = ranges.of(answer.question, laid, position, app.desk?.v ?? "");
  const { headline, rests, published } = { ...answer, ...range };
  return {
    label: say(rests?.label) || positioned(position),
    value: value(headline),
    verdict: verdict(headline),
    sentence: [headline.sentence, ...published].map(say).join(" "),
    rests: [say(rests?.says), say(rests?.moves)].filter(Boolean).join(" "),
  };
}

function value(headline: Headline): string {
  if (headline.value === null) return "";
  const [low, high] = [headline.low ?? null, headline.high ?? null];
  const shown = shownValue(headline.value, headline);
  if (low === null || high === null) return shown;
  const spans = say(headline.spans);
  return `${shown} (${shownRange(low, high, headline)}${spans && `: ${spans}`})`;
}

function verdict(headline: Headline): string {
  const how = verdictOf(headline);
  if (how === "not_answerable") return t("verdicts.notAnswerable");
  return how === "untested" ? "" : say(app.card?.test_says[how]);
}

/** How to come back to it, and what it was made from. */
export function foot(answer: Answer | undefined): string[] {
  const desk = app.desk!;
  const made = t("map.sources", {
    version: answer?.made.version ?? "",
    id: desk.id,
    dossier: say(desk.title),
    date: answer?.as_of ?? desk.as_of,
    hash: desk.hash.slice(0, 12),
  });
  return [`${t("shell.address")}: ${reachable(location, app.href("/"))}`, made];
}
