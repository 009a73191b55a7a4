/** A picture that stands by itself: what was asked, under what, whose verdict rests on whose numbers, maps, key, foot. */
import { escaped, written } from "./inline";
import { broken, type Measure } from "./lines";

/** One verdict, with whose numbers it rests on. */
export interface Said {
  /** The party, by whose numbers. */
  label: string;
  /** Value of the headline; empty where there is none. */
  value: string;
  /** What the value means by the question's test. */
  verdict: string;
  /** Its interval, and whose claims that spans; empty where there is none. */
  range: string;
  sentence: string;
  rests: string;
}
export interface Pictured {
  /** The drawing, of the size of all of them. */
  svg: string;
  /** What stands over it; of several positions on one map, one each. */
  said: Said[];
  /** Which of two states, or which maps are together. */
  title: string;
}
export interface Item {
  swatch: (x: number, y: number) => string;
  text: string;
}
export interface Whole {
  question: string;
  /** What lies over every position; the sentence of an analysis; what was said of the question in print. */
  lead: string[];
  maps: Pictured[];
  width: number;
  height: number;
  columns: number;
  key: Item[];
  /** Address, version, dossier. */
  foot: string[];
  ink: string;
  paper: string;
}
interface Ink {
  text: string;
  size: number;
  bold?: boolean;
}

const [EDGE, GAP] = [16, 14];
const LEAST = 460; // a narrow picture has room for its words

/** How many maps stand side by side: none of the rows is much emptier than the others. */
export const abreast = (count: number, compared: boolean): number =>
  compared ? Math.min(2, count) : count <= 3 ? Math.max(1, count) : count === 4 ? 2 : 3;

/** The whole as SVG text. */
export function composed(whole: Whole, measure: Measure): string {
  const { width, height, columns, ink } = whole;
  const inner = Math.max(LEAST, columns * width + (columns - 1) * GAP);
  const column = columns > 1 ? width : inner;
  const parts: string[] = [];
  let y = EDGE;
  const write = (texts: Ink[], x: number, top: number, room: number): number => {
    for (const { text, size, bold } of texts)
      for (const line of broken(text, room, size, measure, bold)) {
        top += Math.round(size * 1.35);
        parts.push(written(line, x, top - Math.round(size * 0.3), size, ink, bold));
      }
    return top;
  };
  y = write([{ text: whole.question, size: 17, bold: true }, ...whole.lead.map((text) => ({ text, size: 13 }))], EDGE, y, inner) + GAP;
  let key = false;
  for (let from = 0; from < whole.maps.length; from += columns) {
    const row = whole.maps.slice(from, from + columns);
    const x = (at: number) => EDGE + at * (width + GAP);
    const top = Math.max(...row.map((one, at) => write(over(one), x(at), y, column))) + 6;
    for (const [at, one] of row.entries())
      parts.push(`<svg x="${x(at)}" y="${top}" width="${width}" height="${height}" overflow="hidden">${one.svg}</svg>`);
    y = Math.max(...row.map((one, at) => write(under(one), x(at), top + height + 2, column)));
    if (row.length < columns) {
      // The key takes the room of the maps that are not there.
      y = Math.max(y, keyed(parts, whole, x(row.length), top, (columns - row.length) * (width + GAP) - GAP, measure));
      key = true;
    }
    y += GAP;
  }
  if (!key) y = keyed(parts, whole, EDGE, y, inner, measure) + GAP;
  parts.push(`<line x1="${EDGE}" x2="${EDGE + inner}" y1="${y}" y2="${y}" stroke="${ink}" stroke-opacity=".4"/>`);
  y = write(whole.foot.map((text) => ({ text, size: 11 })), EDGE, y + 4, inner) + EDGE;
  const size = `width="${inner + 2 * EDGE}" height="${y}" viewBox="0 0 ${inner + 2 * EDGE} ${y}"`;
  const paper = `<rect width="100%" height="100%" fill="${whole.paper}"/>`;
  const told = `<title>${escaped(whole.question)}</title><desc>${escaped(words(whole).join("\n"))}</desc>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} role="img" font-family="sans-serif">${told}${paper}${parts.join("")}</svg>`;
}

/** All that the picture says, line by line. */
export function words(whole: Whole): string[] {
  const of = ({ title, said }: Pictured) => [title, ...said.flatMap(({ label, value, verdict, range, sentence, rests }) => [[label, value, verdict].filter(Boolean).join(" · "), range, sentence, rests])];
  return [whole.question, ...whole.lead, ...whole.maps.flatMap(of), ...whole.foot].filter(Boolean);
}

const over = ({ title, said }: Pictured): Ink[] => [
  ...(title ? [{ text: title, size: 12 }] : []),
  ...said.flatMap(({ label, value, verdict, range, sentence }): Ink[] => [
    { text: label, size: 14, bold: true },
    ...(value || verdict ? [{ text: [value, verdict].filter(Boolean).join(": "), size: 14, bold: true }] : []),
    ...(range ? [{ text: range, size: 11 }] : []),
    ...(sentence ? [{ text: sentence, size: 11.5 }] : []),
  ]),
];
/** Whose numbers; of several positions on one map each by its name. */
const under = ({ said }: Pictured): Ink[] =>
  said.flatMap(({ label, rests }) => (rests ? [{ text: said.length > 1 ? `${label}: ${rests}` : rests, size: 11 }] : []));

/** The key from a corner on, within a width; gives where it ends. */
function keyed(parts: string[], { key, ink }: Whole, left: number, top: number, width: number, measure: Measure): number {
  const [line, room] = [18, 42];
  let [x, y] = [left, top + 4];
  for (const { swatch, text } of key) {
    const wide = room + measure(text, 12) + 16;
    if (x > left && x + wide > left + width) [x, y] = [left, y + line];
    parts.push(swatch(x, y - 2));
    const lines = broken(text, Math.max(80, width - room), 12, measure);
    lines.forEach((one, at) => parts.push(written(one, x + room, y + 10 + at * 15, 12, ink)));
    y += (lines.length - 1) * 15;
    x = lines.length > 1 ? left + width : x + wide;
  }
  return key.length ? y + line : top;
}
