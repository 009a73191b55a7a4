/** Small answers and tables to test with. */
import type { Answer, Columnar, Value } from "../../src/api/types";

export function tableMade(data: Record<string, Value[]>, units: Record<string, string> = {}): Columnar {
  const columns = Object.keys(data).map((name) => ({ name, unit: units[name] }));
  return { length: Object.values(data)[0]?.length ?? 0, columns, data };
}

export function answerOf(some: Partial<Answer>): Answer {
  const headline = { column: "x", value: null, unit: "1", show: "%", low: null, high: null, interval: "", test: "", spans: {} };
  return {
    id: "a", label: "us", question: "q", position: "us", as_of: "", dossier: { id: "d", hash: "h" }, measures: [],
    options: {}, headline: { ...headline, holds: null, sentence: {}, spans: {}, test_by: {} }, headlines: [], outcomes: {}, assumptions: [],
    left_out: [], citations: [], rows: tableMade({}), tables: {}, views: [], made: {}, laid: [], published: [], ...some,
  }; // prettier-ignore
}
