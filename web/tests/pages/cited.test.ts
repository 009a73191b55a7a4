import { describe, expect, it } from "vitest";
import { cited, linked, together } from "../../src/pages/cited";

describe("a source", () => {
  it("reads who, when, what, where, as in the report", () => {
    const one = {
      id: "lewis-postol-2008",
      author: [{ given: "G.", family: "Lewis" }, { literal: "T. Postol" }],
      issued: { "date-parts": [[2008, 5]] },
      title: "The European missile defense folly",
      "container-title": "Bulletin of the Atomic Scientists",
    };
    expect(cited(one)).toBe("G. Lewis, T. Postol. (2008-05) The European missile defense folly. Bulletin of the Atomic Scientists.");
  });

  it("keeps particles and suffixes of a name", () => {
    const berg = { given: "H.", "non-dropping-particle": "van den", family: "Berg", suffix: "Jr." };
    expect(cited({ id: "x", title: "T", author: [berg] })).toBe("H. van den Berg Jr. T.");
  });

  it("takes a date that is a text, and does without what is missing", () => {
    expect(cited({ id: "x", title: "Why?", issued: "2007-10-12" as never })).toBe("(2007-10-12) Why?");
    expect(cited({ id: "bare" })).toBe("bare.");
  });

  it("is linked only to the web", () => {
    expect(linked({ id: "x", URL: "https://example.org/a" })).toBe("https://example.org/a");
    expect(linked({ id: "x", URL: "javascript:alert(1)" })).toBe("");
    expect(linked({ id: "x" })).toBe("");
  });

  it("stands once in a list, by identifier", () => {
    const [a, b] = [{ id: "a", title: "A" }, { id: "b", title: "B" }];
    expect(together([{ citations: [b, a] }, { citations: [a] }]).map((one) => one.id)).toEqual(["a", "b"]);
  });
});
