/** Sources as people read them: who, when, what, where; the same form as in the report. */
import type { Csl } from "../api/types";

/** One source in a line, without its address. */
export function cited(one: Csl): string {
  return [
    stop(people(one.author)),
    year(one) && `(${year(one)})`,
    stop(one.title || one.id),
    stop(one["container-title"] ?? ""),
    stop(one.publisher ?? ""),
  ]
    .filter(Boolean)
    .join(" ");
}

/** The address of a source if it may be linked: http or https, nothing that runs. */
export function linked(one: Csl): string {
  const address = String(one.URL ?? "");
  return /^https?:\/\//i.test(address) ? address : "";
}

/** Every source that the answers cite, once each, by identifier. */
export function together(answers: { citations: Csl[] }[]): Csl[] {
  const found = new Map<string, Csl>();
  for (const answer of answers) for (const one of answer.citations) if (!found.has(one.id)) found.set(one.id, one);
  return [...found.values()].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

/** The parts of a name as they are read. */
const ORDER = ["given", "dropping-particle", "non-dropping-particle", "family", "suffix"];

function people(authors: unknown): string {
  if (typeof authors === "string") return authors;
  if (!Array.isArray(authors)) return "";
  return authors.map(person).filter(Boolean).join(", ");
}

function person(one: unknown): string {
  if (typeof one === "string") return one;
  const parts = one as Record<string, string | undefined>;
  return parts["literal"] ?? ORDER.map((part) => parts[part]).filter(Boolean).join(" ");
}

function year(one: Csl): string {
  const issued: unknown = one.issued;
  if (typeof issued === "string" || typeof issued === "number") return String(issued);
  const parts = (issued as { "date-parts"?: (number | string)[][] } | undefined)?.["date-parts"]?.[0] ?? [];
  return parts.map((part) => String(part).padStart(2, "0")).join("-");
}

function stop(words: string): string {
  return !words || /[.?!]$/.test(words) ? words : `${words}.`;
}
