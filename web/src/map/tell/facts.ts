/** What is known of one thing on the map, in words: its outcome and the columns of its row. */
import type { Answer, Column, Text } from "../../api/types";
import { app } from "../../state/app.svelte";
import { amount, told } from "../../views/columns/text";
import { say } from "../../words";
import { table } from "../make/columns";
import type { From } from "../scene";

export interface Fact {
  name: string;
  value: string;
}
const MOST = 5;
const WHERE = /(^|_)(lat|lon)_deg$/; // the map itself says where

export const ended = (outcome: string | undefined): string => {
  const style = app.look?.outcomes[outcome ?? ""];
  return style ? say(style.says) : told(outcome ?? "");
};
export const filled = (fill: string): string => say(app.look?.cells[fill]?.says);

/** The first few numbers of a row that the card explains. */
export function facts(answer: Answer | undefined, of: From | undefined): Fact[] {
  const from = answer && of && table(answer, of.table);
  if (!from) return [];
  const told = from.columns.filter(({ name, means }) => means && !WHERE.test(name));
  return told
    .map((column) => ({ column, value: from.data[column.name]?.[of.row] }))
    .filter((one): one is { column: Column; value: number } => typeof one.value === "number")
    .slice(0, MOST)
    .map(({ column, value }) => ({ name: named(column), value: amount(value, column) }));
}

function named(column: Column & { short?: Text }): string {
  return say(column.short ?? column.means);
}
