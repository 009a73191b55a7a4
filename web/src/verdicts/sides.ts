/** Which states a position is shown under: the one kept, A, always before the present one, B. */
import type { One } from "../state/asked.svelte";

export interface Sided {
  position: string;
  /** Under the state kept; absent where that state does not have the position. */
  a?: One | undefined;
  /** Under the present state; absent likewise. */
  b?: One | undefined;
}

/** One entry a position: those of the present state in its order, then those that only the kept one has. */
export function sided(now: One[], kept: One[]): Sided[] {
  const of = (list: One[], position: string) => list.find((one) => one.position === position);
  const positions = [...new Set([...now, ...kept].map((one) => one.position))];
  return positions.map((position) => ({ position, a: of(kept, position), b: of(now, position) }));
}
