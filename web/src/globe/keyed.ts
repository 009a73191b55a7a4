/** Keeps drawn things in step with a list, touching only those that changed. */

export interface Hand<Item, Thing> {
  make(item: Item): Thing;
  /** Return false if it must be made anew. */
  change(thing: Thing, item: Item, before: Item): boolean;
  drop(thing: Thing): void;
}

export class Keyed<Item extends { id: string }, Thing> {
  private known = new Map<string, { item: Item; thing: Thing }>();
  constructor(private hand: Hand<Item, Thing>) {}

  /** Whether anything was done. */
  sync(items: Item[]): boolean {
    let done = false;
    const wanted = new Set(items.map((item) => item.id));
    for (const [id, { thing }] of this.known)
      if (!wanted.has(id)) {
        this.hand.drop(thing);
        this.known.delete(id);
        done = true;
      }
    for (const item of items) done = this.one(item) || done;
    return done;
  }

  private one(item: Item): boolean {
    const old = this.known.get(item.id);
    if (old && same(old.item, item)) return false;
    if (old && this.hand.change(old.thing, item, old.item)) {
      this.known.set(item.id, { item, thing: old.thing });
      return true;
    }
    if (old) this.hand.drop(old.thing);
    this.known.set(item.id, { item, thing: this.hand.make(item) });
    return true;
  }

  *[Symbol.iterator](): Generator<[Item, Thing]> {
    for (const { item, thing } of this.known.values()) yield [item, thing];
  }
}

/** Whether two plain values (numbers, strings, arrays, objects) are alike. */
export function same(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== "object" || typeof other !== "object" || !one || !other) return false;
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((each, at) => same(each, other[at]));
  const [left, right] = [one as Record<string, unknown>, other as Record<string, unknown>];
  const keys = Object.keys(left);
  return keys.length === Object.keys(right).length && keys.every((key) => same(left[key], right[key]));
}
