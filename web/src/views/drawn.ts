import type { Answer, ViewSpec } from "../api/types";

/** What every kind of view is given: whose rows, and with whom it shares scale and key. */
export interface Drawn {
  view: ViewSpec;
  answer: Answer;
  group: Answer[];
}
