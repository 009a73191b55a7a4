/** Which positions are shown, as the boxes to tick and the texts to type have them. */

/** Limit of the server for one request. */
export const MOST = 6;

/** The positions laid after a party is ticked or not; none laid means every party, so the last one stays. */
export function ticked(positions: string[], parties: string[], party: string, on: boolean): string[] {
  const before = positions.length ? positions : parties;
  const after = on ? [...before, party] : before.filter((one) => one !== party);
  return after.length ? plainly(after, parties) : before;
}

/** The positions laid after one is typed; nothing changes where it is there already or there are enough. */
export function added(positions: string[], parties: string[], text: string): string[] {
  const before = positions.length ? positions : parties;
  const clean = text.trim();
  if (!clean || before.includes(clean) || before.length >= MOST) return positions;
  return plainly([...before, clean], parties);
}

/** Every party and nothing else is written as no position; parties come first, alphabetically. */
function plainly(positions: string[], parties: string[]): string[] {
  const own = parties.filter((one) => positions.includes(one));
  const more = positions.filter((one) => !parties.includes(one));
  return !more.length && own.length === parties.length ? [] : [...own, ...more];
}
