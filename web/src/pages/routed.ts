/** Which page a path names. */

export type Page = "workbench" | "questions" | "question" | "parameters" | "parameter" | "validation" | "about" | "missing";

const PLAIN: Record<string, Page> = {
  "": "workbench",
  questions: "questions",
  parameters: "parameters",
  validation: "validation",
  about: "about",
};

/** The page and, for a question or a parameter, whose. */
export function routed(route: string): { page: Page; of: string } {
  const [first = "", ...rest] = route.replace(/^\/+|\/+$/g, "").split("/");
  const of = decoded(rest.join("/"));
  if ((first === "question" || first === "parameter") && of) return { page: first, of };
  const plain = Object.hasOwn(PLAIN, first) ? PLAIN[first] : undefined;
  return { page: plain && !rest.length ? plain : "missing", of: "" };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a broken escape names nothing, and is shown as it came
  }
}
