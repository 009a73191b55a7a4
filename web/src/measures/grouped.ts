/** Measures by what they bound, and what their switches do. */
import type { Measure } from "../api/types";

/** From what changes most in the model to what changes nothing. */
const ORDER = ["speed", "number", "place", "view", "time to ready", "knowledge", "nothing physical"];

export interface Group {
  bounds: string;
  measures: Measure[];
}

export function grouped(measures: Measure[]): Group[] {
  const kinds = [...new Set([...ORDER, ...measures.map((one) => one.bounds)])];
  return kinds
    .map((bounds) => ({ bounds, measures: measures.filter((one) => one.bounds === bounds) }))
    .filter((group) => group.measures.length > 0);
}

/** The measures laid after one is switched. */
export const switched = (laid: string[], id: string, on: boolean): string[] =>
  [...laid.filter((one) => one !== id), ...(on ? [id] : [])].sort();

/** Those laid that cannot hold together with this one. */
export const clashes = (measure: Measure, laid: string[]): string[] =>
  laid.includes(measure.id) ? laid.filter((one) => measure.against.includes(one)) : [];

/** Whether what the server refused names this measure. */
export const named = (id: string, refused: { what: string; where: string; why: string }): boolean =>
  [refused.what, refused.where, refused.why].some((text) => text.split(/[^\w-]+/).includes(id));
