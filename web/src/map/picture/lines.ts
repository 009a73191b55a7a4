/** Texts broken into lines that fit. */

/** How wide a text is in letters of `size` pixels. */
export type Measure = (text: string, size: number, bold?: boolean) => number;

/** Lines no wider than `width`, broken at spaces; a single word that is wider is broken within. */
export function broken(text: string, width: number, size: number, measure: Measure, bold = false): string[] {
  const lines: string[] = [];
  let line = "";
  const fits = (one: string) => measure(one, size, bold) <= width;
  for (let word of text.split(/ +/).filter(Boolean)) {
    const joined = line ? `${line} ${word}` : word;
    if (fits(joined)) {
      line = joined;
      continue;
    }
    if (line) lines.push(line);
    while (!fits(word) && word.length > 1) {
      let end = word.length - 1;
      while (end > 1 && !fits(word.slice(0, end))) end--;
      lines.push(word.slice(0, end));
      word = word.slice(end);
    }
    line = word;
  }
  return line ? [...lines, line] : lines;
}

let context: CanvasRenderingContext2D | null | undefined;
/** In the letters that pictures are written in. */
export function measured(text: string, size: number, bold = false): number {
  context ??= document.createElement("canvas").getContext("2d");
  if (!context) return 0.6 * size * text.length;
  context.font = `${bold ? "bold " : ""}${size}px sans-serif`;
  return context.measureText(text).width;
}
