import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { literals, spoken } from "./markup";

const src = fileURLToPath(new URL("../../src/", import.meta.url));
const files = readdirSync(src, { recursive: true, withFileTypes: true })
  .filter((one) => one.isFile() && /\.(svelte|ts)$/.test(one.name))
  .map((one) => join(one.parentPath, one.name));
const texts = new Map(files.map((path) => [relative(src, path), readFileSync(path, "utf-8")]));

type Area = Record<string, string>;
const areas = (lang: string) => readdirSync(join(src, "words", lang)).sort();
const words = (lang: string, area: string) => JSON.parse(readFileSync(join(src, "words", lang, area), "utf-8")) as Area;
const holes = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((one) => one[1]).sort();

/** Names that are the same in both languages: of ourselves, of keys, of file forms. */
const NAMES = /^(twoplustwo|Tab|Esc|Home, End|Page Up, Page Down|[A-Z][A-Za-z]{0,3}[A-Z]|GeoJSON|2D|3D|\W*)$/;

describe("words", () => {
  it("come in the same files", () => expect(areas("ru")).toEqual(areas("en")));

  it.each(areas("en"))("%s has the same keys in the same order, and none is empty", (area) => {
    const [english, russian] = [words("en", area), words("ru", area)];
    expect(Object.keys(russian)).toEqual(Object.keys(english));
    for (const text of [...Object.values(english), ...Object.values(russian)]) expect(text.trim()).not.toBe("");
  });

  it.each(areas("en"))("%s fills the same places in both languages", (area) => {
    const [english, russian] = [words("en", area), words("ru", area)];
    for (const key of Object.keys(english)) expect([key, holes(russian[key]!)]).toEqual([key, holes(english[key]!)]);
  });

  it.each(areas("en"))("%s is English in English and Russian in Russian", (area) => {
    const bare = (text: string) => text.replace(/\{\w+\}/g, "");
    for (const [key, text] of Object.entries(words("en", area))) expect([key, text]).toEqual([key, text.replace(/[А-Яа-яЁё]/g, "")]);
    for (const [key, text] of Object.entries(words("ru", area))) {
      if (NAMES.test(bare(text).trim())) continue;
      expect([key, /[А-Яа-яЁё]/.test(text)]).toEqual([key, true]);
    }
  });
});

const known = new Set(areas("en").flatMap((area) => Object.keys(words("en", area)).map((key) => `${area.replace(".json", "")}.${key}`)));
const asked = new Map([...texts].map(([path, text]) => [path, spoken(text)] as const));

describe("words that the page asks for", () => {
  it("are all there", () => {
    const missing = [...asked].flatMap(([path, { keys }]) => keys.filter((key) => !known.has(key)).map((key) => `${path}: ${key}`));
    expect(missing).toEqual([]);
  });

  it("that are put together have something to choose from", () => {
    const lost = [...asked].flatMap(([path, { forms }]) => forms.filter((one) => ![...known].some((key) => one.test(key))).map((one) => `${path}: ${one}`));
    expect(lost).toEqual([]);
  });

  it("are all that there are", () => {
    const keys = new Set([...asked.values()].flatMap((one) => one.keys));
    const forms = [...asked.values()].flatMap((one) => one.forms);
    expect([...known].filter((key) => !keys.has(key) && !forms.some((one) => one.test(key)))).toEqual([]);
  });
});

/** Written in the markup itself: names that no language changes, and a position as one types it. */
const PLAIN = new Set(["EN", "RU", "2D", "3D", "PNG", "SVG", "us+russia:burnout-speed"]);

describe("markup", () => {
  it("has no words of its own", () => {
    const found = [...texts].filter(([path]) => path.endsWith(".svelte")).flatMap(([path, text]) => literals(text).filter((one) => !PLAIN.has(one)).map((one) => `${path}: ${one}`));
    expect(found).toEqual([]);
  });

  it("that has words of its own is found out", () => {
    expect(literals(`<p title="Read it">Hello {name}</p><img alt="A map">{#if a > 1 && "x"}{t("x.y")} there{/if}`)).toEqual(["Read it", "Hello", "A map", "there"]);
    expect(literals(`<script>const a = "Hello"</script><style>p { color: red }</style><p class="big">{t("a.b")} · 3</p><!-- a remark -->`)).toEqual([]);
    expect(literals(`<button onclick={() => go(a > b ? "x" : \`y\${z}\`)} aria-label={t("a.b")}>×</button>`)).toEqual([]);
    expect(literals(`<p aria-label={"Spoken"} title={on ? "Yes it is" : t("a.b")} alt={t(on ? "a.b" : "a.c")}></p>`).sort()).toEqual(["Spoken", "Yes it is"]);
  });
});
