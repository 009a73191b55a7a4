/** Filled squares and their hatches as four-cornered pieces of ground. */
import type { Square } from "./plain";

export interface Quad {
  /** Longitude, latitude, height (m) of each corner, going round. */
  corners: number[];
  color: string;
  alpha: number;
}

const HATCH_M = 800; // above the fill, below the borders
const STRIPE = 0.09; // share of the side
const SPOT = 0.16;
const HATCH = "#3b2413";
const DOTS = "#0b2f4a";

/** A fill for every square, and on it what tells it from others without colour. */
export function quads(squares: Square[]): Quad[] {
  return squares.flatMap((square) => {
    const fill: Quad = { corners: corners(square, [0, 0, 1, 0, 1, 1, 0, 1], 0), color: square.color, alpha: 0.82 };
    if (square.hatch.includes("/")) return [fill, ...[0, 0.5].map((from) => stripe(square, from))];
    if (square.hatch.includes(".")) return [fill, spot(square)];
    return [fill];
  });
}

function stripe(square: Square, from: number): Quad {
  // from the lower edge to the right one, or from corner to corner
  const to = 1 - from;
  const places = [from, 0, from + STRIPE, 0, 1, to - STRIPE, 1, to];
  return { corners: corners(square, places, HATCH_M), color: HATCH, alpha: 0.7 };
}

function spot(square: Square): Quad {
  const [low, high] = [0.5 - SPOT / 2, 0.5 + SPOT / 2];
  return { corners: corners(square, [low, low, high, low, high, high, low, high], HATCH_M), color: DOTS, alpha: 0.75 };
}

/** From places within the square (0 to 1, east then north) to degrees. */
function corners({ lat, lon, sizeDeg }: Square, places: number[], height: number): number[] {
  const flat: number[] = [];
  for (let at = 0; at < places.length; at += 2)
    flat.push(lon + (places[at]! - 0.5) * sizeDeg, lat + (places[at + 1]! - 0.5) * sizeDeg, height);
  return flat;
}
