/** Where a card stands beside the thing that it speaks of. */

export interface Size {
  width: number;
  height: number;
}
export interface Box extends Size {
  x: number;
  y: number;
}
const GAP_PX = 10;
const EDGE_PX = 8;

/** Left and top of the card: below, above, right or left of the box, whichever has room; else at the lower edge. */
export function placed(box: Box | undefined, card: Size, window: Size): { x: number; y: number } {
  const across = (x: number) => Math.max(EDGE_PX, Math.min(x, window.width - card.width - EDGE_PX));
  const down = (y: number) => Math.max(EDGE_PX, Math.min(y, window.height - card.height - EDGE_PX));
  const corner = { x: across(window.width), y: down(window.height) };
  if (!box) return corner;
  const below = box.y + box.height + GAP_PX;
  if (below >= EDGE_PX && below + card.height + EDGE_PX <= window.height) return { x: across(box.x), y: below };
  const above = box.y - GAP_PX - card.height;
  if (above >= EDGE_PX && above <= window.height) return { x: across(box.x), y: above };
  const right = box.x + box.width + GAP_PX;
  if (right + card.width + EDGE_PX <= window.width) return { x: right, y: down(box.y) };
  const left = box.x - GAP_PX - card.width;
  if (left >= EDGE_PX) return { x: left, y: down(box.y) };
  return corner;
}
