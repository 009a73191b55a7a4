/** A small reader of Svelte files: which words of the page they ask for, and which they have of their own. */

export interface Spoken {
  /** Whole keys, `area.key`. */
  keys: string[];
  /** Forms of keys that are put together, such as `map.outcome_` and anything. */
  forms: RegExp[];
}

/** Where words are looked up that need not be there: names that a dossier or a card may add to. */
const TRIED = [/WORDS\[[^\]]*\]\.(\w+)\?\.\[`([\w-]+)\$\{/g, /\bworded\("(\w+)",\s*`([\w-]+)\$\{/g];

/** Keys in `t("…")`, and in any text that looks like a key and is given to `t` later. */
export function spoken(text: string): Spoken {
  const keys = [...text.matchAll(/(["'])([a-z]+\.[A-Za-z][\w-]*)\1/g)].filter((one) => asks(text, one.index, one[2]!)).map((one) => one[2]!);
  const whole = [...text.matchAll(/`([a-z]+\.[\w-]*)\$\{[^}`]*\}([\w-]*)`/g)].map((one) => form(one[1]!, one[2]!));
  const tried = TRIED.flatMap((place) => [...text.matchAll(place)].map((one) => form(`${one[1]}.${one[2]}`, "")));
  return { keys: [...new Set(keys)], forms: [...whole, ...tried] };
}

const form = (before: string, after: string) => new RegExp(`^${before.replace(".", "\\.")}[\\w-]+${after}$`);

/** Whether a quoted `area.key` at this place is asked of `t`: in its call, or kept for it in a table. */
function asks(text: string, at: number, key: string): boolean {
  const line = text.slice(text.lastIndexOf("\n", at) + 1, at);
  if (/^\s*import\b|\bfrom\s*$|import\(\s*$/.test(line)) return false;
  return !/\.(svelte|json|ts|css|js|md|svg|png|yaml)$/.test(key) && /\bt\(/.test(text);
}

/** Attributes whose value somebody reads or hears. */
const READ = ["title", "alt", "placeholder", "aria-label", "aria-description", "aria-roledescription", "aria-valuetext", "label"];

/** Words that stand in the markup itself, not in curly braces: text, and attributes that are read. */
export function literals(text: string): string[] {
  const bare = text.replace(/<!--[\s\S]*?-->/g, "").replace(/<(script|style)\b[\s\S]*?<\/\1>/g, "");
  const found: string[] = [];
  let outside = "";
  const flush = () => {
    const word = outside.replace(/&[a-z]+;/g, " ").trim();
    if (/\p{L}/u.test(word)) found.push(word);
    outside = "";
  };
  for (let at = 0; at < bare.length; ) {
    if (bare[at] === "{") {
      flush();
      at = closed(bare, at);
    } else if (bare[at] === "<" && /[A-Za-z/]/.test(bare[at + 1] ?? "")) {
      flush();
      const end = tagEnd(bare, at);
      found.push(...attributes(bare.slice(at, end)));
      at = end;
    } else outside += bare[at++];
  }
  flush();
  return found;
}

/** The place after the brace that closes the one at `at`, past strings and templates in it. */
function closed(text: string, at: number): number {
  let depth = 0;
  for (let i = at; i < text.length; i++) {
    const sign = text[i]!;
    if (sign === '"' || sign === "'" || sign === "`") i = quoted(text, i) - 1;
    else if (sign === "{") depth++;
    else if (sign === "}" && --depth === 0) return i + 1;
  }
  return text.length;
}

function quoted(text: string, at: number): number {
  for (let i = at + 1; i < text.length; i++) {
    if (text[i] === "\\") i++;
    else if (text[at] === "`" && text[i] === "$" && text[i + 1] === "{") i = closed(text, i + 1) - 1;
    else if (text[i] === text[at]) return i + 1;
  }
  return text.length;
}

function tagEnd(text: string, at: number): number {
  for (let i = at; i < text.length; i++) {
    if (text[i] === "{") i = closed(text, i) - 1;
    else if (text[i] === '"') i = attributeEnd(text, i) - 1;
    else if (text[i] === ">") return i + 1;
  }
  return text.length;
}

/** The end of `"…"` in a tag; braces in it may hold quotes of their own. */
function attributeEnd(text: string, at: number): number {
  for (let i = at + 1; i < text.length; i++) {
    if (text[i] === "{") i = closed(text, i) - 1;
    else if (text[i] === '"') return i + 1;
  }
  return text.length;
}

function attributes(tag: string): string[] {
  return READ.flatMap((name) => {
    const at = tag.search(new RegExp(`[\\s]${name}=["{]`));
    if (at < 0) return [];
    const from = at + name.length + 2;
    const value = tag[from] === "{" ? tag.slice(from, closed(tag, from)) : tag.slice(from, attributeEnd(tag, from));
    const said = value.startsWith('"') ? [value.slice(1, -1).replace(/\{[^}]*\}/g, "")] : constants(value);
    return said.map((one) => one.trim()).filter((one) => /\p{L}/u.test(one));
  });
}

/** Quoted words in an expression that are neither given to a function nor compared nor looked up. */
function constants(code: string): string[] {
  return [...code.matchAll(/(^\{|[?:]|\|\||\?\?)\s*"([^"]*)"/g)].map((one) => one[2]!).filter((one) => !/^[a-z]+\.[\w-]+$/.test(one)); // a key of t
}
