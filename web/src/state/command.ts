import { usual, type Laid } from "./address";

/** The command that gives the same answers; quoted for a POSIX shell. */
export function command(question: string, laid: Laid, verb = "ask"): string {
  const words = ["twoplustwo", verb, question];
  if (laid.dossier !== usual.unasked) words.push("-d", laid.dossier);
  for (const position of laid.positions) words.push("-p", position);
  for (const path of Object.keys(laid.sets).sort()) words.push("--set", `${path}=${laid.sets[path]}`);
  if (laid.measures.length) words.push("-m", [...laid.measures].sort().join(","));
  if (laid.asOf) words.push("--as-of", laid.asOf);
  for (const key of Object.keys(laid.options).sort()) words.push("-o", `${key}=${laid.options[key]}`);
  return words.map(quoted).join(" ");
}

function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
