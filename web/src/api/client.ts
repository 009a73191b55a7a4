/** Asks the server; whatever goes wrong becomes one kind of error with words to show. */
import { back } from "./back.svelte";
import { query, type Laid } from "../state/address";
import { under } from "../state/root";
import type { Answer, Card, Curve, Desk, Look, ParameterPage, Served, Validation, Wrong } from "./types";

const ROOT = under("/api/v1");

export class Refused extends Error {
  constructor(readonly wrong: Wrong) {
    super([wrong.what, wrong.why, wrong.fix].filter(Boolean).join(" · "));
  }
}

export async function get<T>(path: string, signal?: AbortSignal): Promise<T> {
  let reply: Response;
  try {
    reply = await fetch(`${ROOT}${path}`, { signal, headers: { Accept: "application/json" } });
  } catch (error) {
    if (signal?.aborted) throw error;
    back.lost();
    const what = "the server does not answer";
    throw new Refused({ status: 0, kind: "offline", what, where: path, why: "", fix: "" });
  }
  const body = await reply.json().catch(() => null);
  if (reply.ok && body !== null) return body as T;
  const wrong = body?.error ?? { what: reply.statusText || "no JSON", where: path };
  throw new Refused({ kind: "", why: "", fix: "", status: reply.status, ...wrong });
}

export const desk = (id: string) => get<Desk>(`/dossiers/${encodeURIComponent(id)}`);
export const dossiers = () => get<Served>("/dossiers");
const of = (dossier: string) => `d=${encodeURIComponent(dossier)}`;
export const cards = async (dossier: string) => (await get<{ questions: Card[] }>(`/questions?${of(dossier)}`)).questions;
export const card = (id: string, dossier: string) => get<Card>(`/questions/${encodeURIComponent(id)}?${of(dossier)}`);
export const look = () => get<Look>("/look");
export const validation = () => get<Validation>("/validation");
export const parameter = (dossier: string, path: string) =>
  get<ParameterPage>(`/dossiers/${encodeURIComponent(dossier)}/parameters/${encodeURIComponent(path)}`);

/** Answers to one question; `version` (the desk's `v`, of dossier and engine) lets every cache keep them for good. */
export async function answers(
  question: string,
  laid: Laid,
  { version = "", tables = "views", interval = "", signal }: { version?: string; tables?: string; interval?: "true" | ""; signal?: AbortSignal } = {},
): Promise<Answer[]> {
  const more = query(laid, { tables, v: version, interval });
  return (await get<{ answers: Answer[] }>(`/answers/${question}?${more}`, signal)).answers;
}

export async function why(question: string, laid: Laid, version = "", signal?: AbortSignal): Promise<Answer> {
  const found = await get<{ answers: Answer[] }>(`/why/${question}?${query(laid, { v: version })}`, signal);
  return found.answers[0]!;
}

export const curve = (question: string, laid: Laid, slider: string, points: number, version = "", signal?: AbortSignal) =>
  get<Curve>(`/curves/${question}?${query(laid, { parameter: slider, points: String(points), v: version })}`, signal);

/** The address of a file to keep. */
export const exported = (question: string, laid: Laid, form: string, lang: string, table = "") =>
  `${ROOT}/export/${question}.${form}?${query(laid, { table, lang })}`;

export const borders = (name: string) => get<unknown>(`/borders/${encodeURIComponent(name)}`);
