/**
 * What the server sends. The shapes are made from its own (`make types`); here stands only what the
 * page knows more closely. A key that the server does not send, or another type, is an error.
 */
import type { components } from "./schema";

type Sent = components["schemas"];
type Known<Name extends keyof Sent, Closely extends Partial<Sent[Name]>> =
  Exclude<keyof Closely, keyof Sent[Name]> extends never ? Omit<Sent[Name], keyof Closely> & Closely : never;

export type Text = string | { [lang: string]: string };
export type Value = number | string | boolean | null;

export type Column = Partial<Sent["Column"]> & { name: string };
/** A table by columns; `data` is missing where it was not asked for. */
export type Columnar = Omit<Sent["Table"], "columns" | "data"> & { columns: Column[]; data?: Record<string, Value[]> };
export type Headline = Sent["Headline"];
export type Assumption = Known<"Assumption", { value: number | string | null; claim: string }>;
/** One view of the closed list (reports/view); every kind has keys of its own. */
export interface ViewSpec {
  kind: string;
  title?: Text;
  note?: Text;
  table?: string;
  [key: string]: unknown;
}
export type Csl = {
  id: string;
  title?: string;
  author?: { family?: string; given?: string; literal?: string }[];
  issued?: { "date-parts": number[][] };
  URL?: string;
  publisher?: string;
  "container-title"?: string;
  seen?: string;
  [key: string]: unknown;
};
type Asked = { options: Record<string, string>; views: ViewSpec[]; citations: Csl[]; position?: string };
type Found = { rows: Columnar; tables: Record<string, Columnar>; assumptions: Assumption[]; left_out: Text[] };
export type Answer = Omit<Known<"Answer", Asked>, keyof Found | "schema"> & Found;
type Option = { kind?: string; default: string | number; of?: string[]; means?: Text };
type About = { unit?: string; means?: Text; short?: Text; kind?: string; from?: string };
export type Card = Known<
  "Card",
  { options: Record<string, Option>; columns: Record<string, About>; views: ViewSpec[] }
> & { page?: Text };
export type How = "own" | "adopted" | "common";
export type Mark = Known<
  "Mark",
  { how: How; value: number | string; by: string; by_name: Text; claim: string; status: string; source: string; point: string }
>;
/** Of a choice `low`, `high` and `step` are null. */
export type Slider = Omit<
  Known<"Slider", { type: "number" | "choice"; scale: "linear" | "log"; low: number; high: number; step: number }>,
  "marks"
> & { marks: Mark[] };
export type Measure = Sent["Measure"];
export type Preset = Sent["Preset"];
export type Parameter = Sent["Parameter"];
/** All that the page needs of a dossier before it asks anything. */
export type Desk = Omit<Sent["DossierSummary"], "sliders"> & { sliders: Slider[] };
type Holder = Omit<Sent["Holder"], "how"> & { how: How };
export type Claim = Omit<Sent["Claim"], "held_by" | "value"> & { value: Value; held_by: Holder[] };
export type ParameterPage = Omit<Sent["ParameterPage"], "claims" | "sources"> & { claims: Claim[]; sources: Csl[] };
export type Style = Omit<Sent["Drawn"], "says"> & { says: Text };
type Looks = { outcomes: Record<string, Style>; verdicts: Record<string, Style> };
export type Look = Omit<Sent["Look"], keyof Looks> & Looks;
export type Curve = Known<"CurveShape", { x: number[] }>;
export type ValidationCase = Sent["Case"];
export type Authority = Sent["Authority"];
export type Validation = Sent["Validation"];
export type Wrong = Sent["Error"];
/** The dossiers that are served. */
export type Served = Sent["Dossiers"];
