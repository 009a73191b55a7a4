/** How wide a text is in the small print of a map, pixels. */
const FONT = '11px system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", sans-serif';
const known = new Map<string, number>();
let context: CanvasRenderingContext2D | null | undefined;

export function wide(text: string): number {
  const old = known.get(text);
  if (old !== undefined) return old;
  context ??= document.createElement("canvas").getContext("2d");
  if (context) context.font = FONT;
  const made = context?.measureText(text).width ?? 7 * text.length;
  known.set(text, made);
  return made;
}
