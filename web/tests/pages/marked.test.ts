import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { blocks, type Block, type Inline } from "../../src/pages/marked";

const flat = (inside: Inline[]): Inline[] => inside.flatMap((one) => ("inside" in one ? [one, ...flat(one.inside)] : [one]));
const inlines = (found: Block[]): Inline[] =>
  found.flatMap((one) => {
    if (one.kind === "list") return one.items.flatMap(inlines);
    if (one.kind === "quote") return inlines(one.blocks);
    if (one.kind === "table") return [...one.head, ...one.rows.flat()].flatMap(flat);
    return "inside" in one ? flat(one.inside) : [];
  });
const links = (text: string) => inlines(blocks(text)).flatMap((one) => (one.kind === "link" ? [one.to] : []));

describe("a method text", () => {
  it("leaves its first heading to the page", () => {
    expect(blocks("# Title\n\nA text.")).toEqual([{ kind: "paragraph", inside: [{ kind: "text", text: "A text." }] }]);
  });

  it("shows HTML as it stands and makes nothing of it", () => {
    const hostile = "<script>alert(1)</script>\n\nBefore <img src=x onerror=alert(1)> after.";
    const found = inlines(blocks(hostile));
    expect(found.every((one) => one.kind === "text")).toBe(true);
    expect(found.map((one) => ("text" in one ? one.text : "")).join("")).toContain("<script>alert(1)</script>");
  });

  it("links to the web and to other questions, to nothing else", () => {
    expect(links("[a](https://example.org) [b](icbm-reach.md) [](freeze.md)")).toEqual(["https://example.org", "/question/icbm-reach", "/question/freeze"]);
    expect(links("[a](javascript:alert(1)) [b](//example.org) [c](../../etc/passwd) [d](data:text/html,x)")).toEqual([]);
  });

  it("keeps the words of a link that is not allowed", () => {
    expect(inlines(blocks("[words](javascript:alert)"))).toEqual([{ kind: "text", text: "words" }]);
  });
});

describe("the method texts of the package", () => {
  const root = new URL("../../../src/twoplustwo/", import.meta.url);
  const folders = ["questions", "analysis"].flatMap((part) =>
    readdirSync(new URL(`${part}/`, root), { withFileTypes: true })
      .filter((one) => one.isDirectory())
      .map((one) => new URL(`${part}/${one.name}/`, root)),
  );
  const pages = folders.filter((folder) => readdirSync(folder).includes("page.md"));
  const read = (folder: URL, name: string) => blocks(readFileSync(new URL(name, folder), "utf-8"));

  it.each(pages.map((folder) => [folder.pathname.split("/").at(-2)!, folder] as const))("%s: the same in both languages, block by block", (_, folder) => {
    const [english, russian] = [read(folder, "page.md"), read(folder, "page.ru.md")];
    expect(english.length).toBeGreaterThan(2);
    expect(russian.map((one) => one.kind)).toEqual(english.map((one) => one.kind));
    const code = (found: Block[]) => found.flatMap((one) => (one.kind === "code" && /^twoplustwo /.test(one.text) ? [one.text] : []));
    expect(code(russian)).toEqual(code(english));
    const to = (found: Block[]) => inlines(found).flatMap((one) => (one.kind === "link" ? [one.to] : []));
    expect(to(russian).sort()).toEqual(to(english).sort());
    const words = inlines(russian).flatMap((one) => (one.kind === "text" ? [one.text] : [])).join(" ");
    expect(words.match(/[а-яё]/gi)!.length).toBeGreaterThan(words.match(/[a-z]/gi)?.length ?? 0);
  });
});
