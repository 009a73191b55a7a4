/** Order of the rows of a table. */
import type { Value } from "../../api/types";
import type { Row } from "./table";

export interface Order {
  column: string;
  down: boolean;
}

/** Rows by one column; equal ones keep their order, those without a value come last either way. */
export function sorted(rows: Row[], order: Order | undefined, collator = new Intl.Collator()): Row[] {
  if (!order) return rows;
  const turn = order.down ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [one, two] = [a[order.column], b[order.column]];
    if (absent(one) || absent(two)) return Number(absent(one)) - Number(absent(two));
    if (typeof one === "number" && typeof two === "number") return turn * (one - two);
    return turn * collator.compare(String(one), String(two));
  });
}

/** The order after a click on a head: up, then down, then as the answer has it. */
export function next(order: Order | undefined, column: string): Order | undefined {
  if (order?.column !== column) return { column, down: false };
  return order.down ? undefined : { column, down: true };
}

const absent = (value: Value | undefined) => value === null || value === undefined || value === "";
