import { describe, expect, it } from "vitest";
import { Keyed, same } from "../../src/globe/keyed";

function noted() {
  const did: string[] = [];
  const kept = new Keyed<{ id: string; at: number[]; kind?: string }, { id: string }>({
    make: ({ id }) => (did.push(`make ${id}`), { id }),
    change: (_, now, before) => now.kind === before.kind && (did.push(`change ${now.id}`), true),
    drop: ({ id }) => did.push(`drop ${id}`),
  });
  return { did, kept };
}

describe("keeping drawn things in step", () => {
  it("touches only what has changed", () => {
    const { did, kept } = noted();
    kept.sync([{ id: "a", at: [1] }, { id: "b", at: [2] }]); // prettier-ignore
    did.length = 0;
    expect(kept.sync([{ id: "a", at: [1] }, { id: "b", at: [2] }])).toBe(false); // prettier-ignore
    expect(did).toEqual([]);
    expect(kept.sync([{ id: "b", at: [3] }, { id: "c", at: [4] }])).toBe(true); // prettier-ignore
    expect(did).toEqual(["drop a", "change b", "make c"]);
    expect([...kept].map(([item]) => item.id)).toEqual(["b", "c"]);
  });
  it("makes anew what cannot be changed", () => {
    const { did, kept } = noted();
    kept.sync([{ id: "a", at: [1], kind: "x" }]);
    kept.sync([{ id: "a", at: [1], kind: "y" }]);
    expect(did).toEqual(["make a", "drop a", "make a"]);
  });
});

it("compares plain values, also where a number is missing", () => {
  expect(same({ a: [1, NaN] }, { a: [1, NaN] })).toBe(true);
  expect(same({ a: [1] }, { a: [1, 2] })).toBe(false);
  expect(same({ a: 1 }, { a: 1, b: undefined })).toBe(false);
  expect(same(null, {})).toBe(false);
});
