/** From answers that were asked to what each map draws. */
import type { Answer } from "../api/types";
import type { Laid } from "../state/address";
import type { One } from "../state/asked.svelte";
import { app } from "../state/app.svelte";
import { calledAs } from "../words";
import { home } from "./home.svelte";
import { mapped, scene } from "./make";
import { marked } from "./make/rings";
import { EMPTY, type Scene } from "./scene";
import type { Entry } from "./sheets";

const made = new WeakMap<Answer, { how: string; scene: Scene }>();

/** Scenes stay the same objects as long as their answers do: what hangs on them is not made again. */
function drawnOf(answer: Answer, marks: string[]): Scene {
  const how = [app.shown.lang, ...marks].join(" ");
  const old = made.get(answer);
  if (old?.how === how) return old.scene;
  const fresh = scene([answer], { name: calledAs }, marks);
  made.set(answer, { how, scene: fresh });
  return fresh;
}

/** What there is to draw of one state; sites alone where a position has no answer. */
export function entries(list: One[], laid: Laid, other: boolean, marks: string[]): Entry[] {
  return list.map(({ position, answer }) => {
    const own = answer ? drawnOf(answer, marks) : EMPTY;
    return { position, other, answer, scene: own.spots.length ? own : home(laid, position) };
  });
}

/** Only the sites, of every position together: for a question that has no map. */
export function bare(laid: Laid, positions: string[]): Entry {
  const spots = new Map(
    positions.flatMap((one) => home(laid, one).spots).map((spot) => [`${spot.id} ${spot.lat}`, spot]),
  );
  return { position: "", other: false, scene: { ...EMPTY, spots: [...spots.values()] } };
}

/** The answers of the question in focus, as far as they are there. */
export const current = (list: One[], question: string): One[] =>
  list.map((one) => (one.answer && one.answer.question !== question ? { ...one, answer: undefined } : one));

export const hasMap = (question: string): boolean => {
  const card = app.cards.find((one) => one.id === question);
  return !!card && !card.analysis && mapped(card.views);
};
export { marked };
