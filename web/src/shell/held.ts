/** Who holds a number and how, in words: each party by its own way. */
import { positionName } from "../views/columns/text";
import { say, t, WORDS } from "../words";
import { app } from "../state/app.svelte";
import { ways, type Held } from "./assumed";

/** `One party: own claim; Another: adopted claim (no official figure was found)`. */
export function holders(held: Held, everybody: number): string {
  return ways(held)
    .map(({ how, why, positions }) => {
      const whose = positions.length === everybody ? t("shell.everyone") : positions.map((one) => positionName(one)).join(", ");
      return `${whose}: ${came(how)}${say(why) && ` (${say(why)})`}`;
    })
    .join("; ");
}

/** How a number came to be held: own, adopted, common, set by hand, by a measure. */
export const came = (how: string): string => known("common", how) || known("views", `is_${how}`) || how;

/** How well it is known: read, at second hand, recalled, derived, assumed. */
export const sure = (status: string): string => known("pages", `status_${status}`) || status;

const known = (area: string, key: string): string | undefined => WORDS[app.shown.lang][area]?.[key];
