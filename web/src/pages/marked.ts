/** Method texts, read from Markdown into a closed list of shapes; nothing of them is ever put in as HTML. */
import { marked, type Token, type Tokens } from "marked";

export type Inline =
  | { kind: "text"; text: string }
  | { kind: "code"; text: string }
  | { kind: "strong"; inside: Inline[] }
  | { kind: "em"; inside: Inline[] }
  | { kind: "link"; to: string; inside: Inline[] }
  | { kind: "break" };
export type Block =
  | { kind: "heading"; level: number; inside: Inline[] }
  | { kind: "paragraph"; inside: Inline[] }
  | { kind: "code"; text: string }
  | { kind: "list"; ordered: boolean; items: Block[][] }
  | { kind: "quote"; blocks: Block[] }
  | { kind: "table"; head: Inline[][]; rows: Inline[][][] };

/** The blocks of a text, its first heading left out: the page has it already. */
export function blocks(text: string): Block[] {
  const found = marked.lexer(text, { gfm: true }).flatMap(block);
  return found[0]?.kind === "heading" && found[0].level === 1 ? found.slice(1) : found;
}

function block(token: Token): Block[] {
  switch (token.type) {
    case "heading":
      return [{ kind: "heading", level: (token as Tokens.Heading).depth, inside: inlines(token.tokens) }];
    case "paragraph":
    case "text":
      return [{ kind: "paragraph", inside: token.tokens ? inlines(token.tokens) : [plain((token as Tokens.Text).text)] }];
    case "code":
      return [{ kind: "code", text: (token as Tokens.Code).text }];
    case "list": {
      const { ordered, items } = token as Tokens.List;
      return [{ kind: "list", ordered, items: items.map((item) => item.tokens.flatMap(block)) }];
    }
    case "blockquote":
      return [{ kind: "quote", blocks: (token.tokens ?? []).flatMap(block) }];
    case "table": {
      const { header, rows } = token as Tokens.Table;
      return [{ kind: "table", head: header.map((cell) => inlines(cell.tokens)), rows: rows.map((row) => row.map((cell) => inlines(cell.tokens))) }];
    }
    case "html":
      return [{ kind: "paragraph", inside: [plain(token.raw)] }]; // shown as it stands, never run
    default:
      return [];
  }
}

function inlines(tokens: Token[] | undefined): Inline[] {
  return (tokens ?? []).flatMap(inline);
}

function inline(token: Token): Inline[] {
  switch (token.type) {
    case "text":
      return token.tokens ? inlines(token.tokens) : [plain((token as Tokens.Text).text)];
    case "escape":
      return [plain((token as Tokens.Escape).text)];
    case "codespan":
      return [{ kind: "code", text: (token as Tokens.Codespan).text }];
    case "strong":
    case "em":
      return [{ kind: token.type as "strong" | "em", inside: inlines(token.tokens) }];
    case "br":
      return [{ kind: "break" }];
    case "link": {
      const to = allowed((token as Tokens.Link).href);
      const inside = inlines(token.tokens);
      return to ? [{ kind: "link", to, inside }] : inside;
    }
    default:
      return [plain(token.raw)];
  }
}

/** Web pages, and other questions' pages as `name.md`; any other address is no link. */
function allowed(href: string): string {
  if (/^https?:\/\//i.test(href)) return href;
  const page = /^([a-z][a-z-]*)\.md$/.exec(href);
  return page ? `/question/${page[1]}` : "";
}

const plain = (text: string): Inline => ({ kind: "text", text });
