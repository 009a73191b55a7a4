import { describe, expect, it } from "vitest";
import type { Card } from "../src/api/types";
import { address, nothingLaid, plainly, read, usual } from "../src/state/address";
import { command } from "../src/state/command";
import { first } from "../src/state/start";

const card = (id: string, more: Partial<Card> = {}) =>
  ({ id, analysis: false, options: {}, first_page: {}, ...more }) as unknown as Card;

describe("what a page opens on", () => {
  it("is the question on which the quarrel hinges", () => {
    const hinge = card("why", { analysis: true, first_page: { role: "hinge" }, options: { of: { default: "b" } } });
    expect(first([card("a", { first_page: { role: "answer" } }), card("b"), hinge])).toBe("b");
  });

  it("without one is what the first page answers, else any question, never an analysis", () => {
    const analysis = card("x", { analysis: true });
    expect(first([analysis, card("a"), card("b", { first_page: { role: "answer" } })])).toBe("b");
    expect(first([analysis, card("a")])).toBe("a");
    expect(first([analysis])).toBe("");
  });

  it("is not in its address, and another dossier is", () => {
    Object.assign(usual, { dossier: "one", question: "a", unasked: "elsewhere" });
    expect(address(nothingLaid(), plainly())).toBe("lang=en");
    expect(address({ ...nothingLaid(), dossier: "two" }, { ...plainly(), question: "b" })).toBe("d=two&q=b&lang=en");
    expect(read("?d=two").laid.dossier).toBe("two");
    expect(command("a", nothingLaid())).toBe("twoplustwo ask a -d one");
  });
});
