/** What a picture says of itself, in the language of the page. */
import type { Answer, Headline } from "../../api/types";
import { over } from "../../laid/over";
import { reachable } from "../../shell/reachable";
import { app } from "../../state/app.svelte";
import type { One } from "../../state/asked.svelte";
import type { Laid } from "../../state/address";
import { shownRange, shownValue, tested, verdictOf } from "../../verdicts/headline";
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
  return [...laid, ...analysis, ...published()];
}

/** What was said of the question in print, once for all positions of which it may be told. */
function published(): string[] {
  if (app.card?.analysis) return [];
  const said = (list: One[], laid: Laid) => list.flatMap(({ position, answer }) => (answer ? latest(answer, laid, position).published : []));
  const texts = [...(app.versus ? said(app.other.list, app.versus) : []), ...said(app.asked.list, app.laid)];
  return [...new Set(texts.map(say))];
}

/** An answer with its range and what was said of it in print, where these have come. */
const latest = (answer: Answer, laid: Laid, position: string): Answer => ({
  ...answer,
  ...ranges.of(answer.question, laid, position, app.desk?.v ?? ""),
});

/** Over one map: which state it is of; of one position its name stands in the verdict. */
export function title(sheet: Sheet, sheets: Sheet[]): string {
  if (sheet.drawings.length > 1) return titled(sheet, compared(sheets));
  return compared(sheets) ? t(sheet.other ? "verdicts.stateA" : "verdicts.stateB") : "";
}

/** One verdict under a state; with its range, where that has come. */
export function said({ position, answer }: Drawing, laid: Laid): Said {
  if (!answer) return { label: positioned(position), value: "", verdict: "", range: "", sentence: "", rests: "" };
  const { headline, rests } = latest(answer, laid, position);
  return {
    label: say(rests?.label) || positioned(position),
    value: headline.value === null ? "" : shownValue(headline.value, headline),
    verdict: verdict(headline),
    range: range(headline),
    sentence: say(headline.sentence),
    rests: [say(rests?.says), say(rests?.moves)].filter(Boolean).join(" "),
  };
}

/** The interval of a value, and whose claims it spans. */
function range(headline: Headline): string {
  const [low, high] = [headline.low ?? null, headline.high ?? null];
  if (headline.value === null || low === null || high === null) return "";
  return [shownRange(low, high, headline), say(headline.spans)].filter(Boolean).join(": ");
}

function verdict(headline: Headline): string {
  const how = verdictOf(headline);
  if (how === "not_answerable") return t("verdicts.notAnswerable");
  return how === "untested" ? "" : [say(app.card?.test_says[how]), tested(headline)].filter(Boolean).join(" ");
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
