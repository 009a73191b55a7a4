/** Things on a map that one can go through with the keyboard, and what is said of each. */
import { positioned } from "../../views/columns/text";
import { t } from "../../words";
import type { At, Drawn } from "../draw/drawn";
import type { Found, Thing } from "../draw/near";
import type { Drawing } from "../sheets";
import { ended, facts, filled, type Fact } from "./facts";

/** Places first, then flights by name, then rings; each with a point to look at. */
export function things(made: Drawn, at: (track: Drawn["loud"][number]["of"]) => [number, number] | null): Found[] {
  const spots = made.spots.filter((one) => one.spot.role !== "meeting");
  const place = ({ spot, x, y }: At): Found => ({ thing: { kind: "spot", of: spot }, x, y });
  const flights = made.loud.flatMap(({ of }) => {
    const point = at(of);
    return point ? [{ thing: { kind: "track", of } as Thing, x: point[0], y: point[1] }] : [];
  });
  const rings = made.rings.flatMap(({ of, points: [first] }): Found[] =>
    first ? [{ thing: { kind: "ring", of }, x: first[0], y: first[1] }] : [],
  );
  return [...spots.map(place), ...flights, ...rings];
}

export interface Told {
  title: string;
  parts: { position: string; ends: string; facts: Fact[] }[];
}

/** What each position on the map says of a thing. */
export function tell(drawings: Drawing[], thing: Thing): Told {
  const parts = drawings.flatMap(({ position, answer, scene }) => {
    const { spots, tracks, cells } = scene;
    if (thing.kind === "ring") return [];
    if (thing.kind === "cell") {
      const one = cells.find((cell) => cell.id === thing.of.id);
      return one ? [{ position, ends: filled(one.fill) || t("map.unthreatened"), facts: facts(answer, one.of) }] : [];
    }
    const one = (thing.kind === "spot" ? spots : tracks).find((it) => it.id === thing.of.id);
    return one?.of && one.outcome ? [{ position, ends: ended(one.outcome), facts: facts(answer, one.of) }] : [];
  });
  const role = thing.kind === "spot" ? `${t(`map.role-${thing.of.role}`)}: ` : "";
  const owner = thing.kind === "ring" && thing.of.owner ? `${thing.of.owner}: ` : "";
  const many = drawings.length > 1;
  return {
    title: role + owner + thing.of.label,
    parts: parts.map((part) => ({
      ...part,
      position: many ? positioned(part.position) : "",
      facts: many ? part.facts.slice(0, 3) : part.facts,
    })),
  };
}

/** The same in one line, for screen readers. */
export const line = ({ title, parts }: Told): string =>
  [
    title,
    ...parts.map((one) =>
      [one.position, one.ends, ...one.facts.map(({ name, value }) => `${name} ${value}`)].filter(Boolean).join(", "),
    ),
  ].join(". ");
