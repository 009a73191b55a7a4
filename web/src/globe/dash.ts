/** A line's dashes as the globe takes them: sixteen bits along a length. */

const BITS = 16;
const ALL = 2 ** BITS - 1;

export interface Dashes {
  /** The lowest bit comes first. */
  pattern: number;
  /** Pixels that the pattern spans. */
  length: number;
}

/** From lengths of dash and gap in turn, in widths of the line; undefined for an unbroken line. */
export function dashes(dash: number[] | null | undefined, width: number): Dashes | undefined {
  const total = dash?.reduce((sum, one) => sum + one, 0) ?? 0;
  if (!dash || total <= 0) return undefined;
  let pattern = 0;
  for (let bit = 0; bit < BITS; bit++) {
    let rest = ((bit + 0.5) / BITS) * total;
    const part = dash.findIndex((one) => (rest -= one) < 0);
    if (part % 2 === 0) pattern |= 1 << bit;
  }
  return pattern === ALL ? undefined : { pattern: pattern || 1, length: total * width };
}
