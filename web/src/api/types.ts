/** What the server sends, in the words of the Python side. */

export type Text = string | { en: string; ru?: string };
export type Value = number | string | boolean | null;

export interface Column {
  name: string;
  unit?: string;
  means?: Text;
  short?: Text;
  from?: string;
  kind?: string;
}
/** A table by columns; `data` is missing where it was not asked for. */
export interface Columnar {
  length: number;
  columns: Column[];
  data?: Record<string, Value[]>;
}
export interface Headline {
  column: string;
  value: number | null;
  unit: string;
  show: string;
  low: number | null;
  high: number | null;
  interval: string;
  test: string;
  holds: boolean | null;
  sentence: Text;
}
export interface Assumption {
  parameter: string;
  value: Value;
  low: number | null;
  high: number | null;
  unit: string;
  shown: string;
  claim: string;
  by: string;
  how: string;
  point: string;
  status: string;
  source: string;
  reading: string;
  means: Text;
}
/** One view of the closed list (reports/view); every kind has keys of its own. */
export interface ViewSpec {
  kind: string;
  title?: Text;
  note?: Text;
  table?: string;
  [key: string]: unknown;
}
export interface Answer {
  id: string;
  label: string;
  question: string;
  position?: string;
  positions?: string[];
  as_of: string;
  dossier: { id: string; hash: string };
  measures: string[];
  options: Record<string, string>;
  headline: Headline;
  headlines: Headline[];
  outcomes: Record<string, number>;
  assumptions: Assumption[];
  left_out: Text[];
  citations: Csl[];
  rows: Columnar;
  tables: Record<string, Columnar>;
  views: ViewSpec[];
  made: Record<string, string>;
}
export interface Csl {
  id: string;
  title?: string;
  author?: { family?: string; given?: string; literal?: string }[];
  issued?: { "date-parts": number[][] };
  URL?: string;
  publisher?: string;
  "container-title"?: string;
  seen?: string;
  [key: string]: unknown;
}
export interface Card {
  id: string;
  order: number;
  analysis: boolean;
  title: Text;
  asks: Text;
  headline: { column: string; show: string };
  test: string;
  test_says: { holds?: Text; fails?: Text };
  options: Record<string, { kind?: string; default: string | number; of?: string[]; means?: Text }>;
  columns: Record<string, { unit?: string; means?: Text; short?: Text; kind?: string; from?: string }>;
  views: ViewSpec[];
  left_out: Text[];
  positions: number;
  first_page: Record<string, unknown>;
  /** Whether the server answers it; else it is for the command line. */
  server: boolean;
  page?: Text;
}
export type How = "own" | "adopted" | "common";
export interface Mark {
  party: string;
  how: How;
  value: number | string;
  low: number | null;
  high: number | null;
  text: string;
  by: string;
  by_name: Text;
  claim: string;
  status: string;
  source: string;
  point: string;
  cited: string;
  stated: string;
  why: Text;
}
export interface Slider {
  parameter: string;
  dispute: string;
  name: Text;
  means: Text;
  type: "number" | "choice";
  unit: string;
  /** Of a choice these three are null. */
  low: number;
  high: number;
  step: number;
  scale: "linear" | "log";
  choices: string[];
  marks: Mark[];
}
export interface Measure {
  id: string;
  name: Text;
  bounds: string;
  by: string;
  by_name: Text;
  status: string;
  source: string;
  stated: string;
  verified: Text;
  verified_by: string[];
  note: Text;
  why: Text;
  says: string;
  cited: string;
  withdraws: boolean;
  /** Measures that cannot hold together with it. */
  against: string[];
  does: { parameter: string; do: string; text: string }[];
}
export interface Preset {
  id: string;
  name: Text;
  positions: string[];
  measures: string[];
  sets: string[];
  note: Text | Record<string, never>;
}
export interface Parameter {
  path: string;
  kind: string;
  name: Text;
  means: Text;
  unit: string;
  type: string;
  claims: number;
  disputed: boolean;
}
/** All that the page needs of a dossier before it asks anything. */
export interface Desk {
  id: string;
  title: Text;
  as_of: string;
  hash: string;
  parties: { id: string; name: Text }[];
  names: Record<string, Text>;
  presets: Preset[];
  measures: Measure[];
  disputes: { id: string; name: Text; parameters: string[] }[];
  sliders: Slider[];
  parameters: Parameter[];
  borders: string[];
}
export interface Claim {
  key: string;
  by: string;
  by_name: Text;
  party: string | null;
  stated: string;
  text: string;
  value: Value;
  low: number | null;
  high: number | null;
  point: string;
  unit: string;
  shown: string;
  status: string;
  source: string;
  cited: string;
  at: string;
  says: string;
  note: Text;
  reading: string;
  supersedes: string;
  undisputed: boolean;
  file: string;
  line: number;
  held_by: { party: string; how: How; why: Text; status: string; source: string; cited: string }[];
}
export interface ParameterPage {
  path: string;
  kind: string;
  name: Text;
  means: Text;
  unit: string;
  type: string;
  within: string;
  choices: string[];
  computed: boolean;
  disputes: { id: string; name: Text }[];
  claims: Claim[];
  /** Parties that hold no claim of it, and why. */
  without: { party: string; why: Text }[];
  sources: Csl[];
}
export interface Style {
  color: string;
  marker: string;
  dash: number[] | null;
  filled: boolean;
  says: Text;
}
export interface Look {
  outcomes: Record<string, Style>;
  verdicts: Record<string, Style>;
  cells: Record<string, { color: string; hatch: string; says: Text }>;
  series: { color: string; marker: string; dash: number[] | null }[];
}
export interface Curve {
  parameter: string;
  unit: string;
  x: number[];
  series: { position: string; columns: Record<string, (number | null)[]> }[];
}
export interface ValidationCase {
  case: string;
  topic: string;
  title: Text;
  source: string;
  page: string;
  seen: string;
  inputs: string;
  expected: string;
  ours: string;
  difference: string;
  tolerance: string;
  because: Text;
  status: string;
  deserves: string;
  explanation: Text;
  numbers: { difference: number | null; tolerance: number | null; unit: string | null };
}
export interface Authority {
  author: string;
  title: string;
  year: string;
  container: string;
  publisher: string;
  url: string;
  read: string;
}
export interface Validation {
  cases: ValidationCase[];
  counts: Record<string, number>;
  authorities: Record<string, Authority>;
  topics: string[];
  /** How many authorities speak that do not repeat each other. */
  independent: number;
}
export interface Wrong {
  status: number;
  kind: string;
  what: string;
  where: string;
  why: string;
  fix: string;
}
