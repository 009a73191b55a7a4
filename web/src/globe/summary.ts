/** What the globe shows, in words. */
import type { Look, Text } from "../api/types";
import type { Scene } from "../map/scene";

export interface Count {
  what: "threat" | "interceptor" | "cell" | "ring";
  says: Text;
  count: number;
}

/** How many flights and squares of each kind there are, in the order of the look. */
export function counted(scene: Scene, look: Look): Count[] {
  const found: Count[] = [];
  const add = (what: Count["what"], names: (string | undefined)[], known: Record<string, { says: Text }>) => {
    for (const [name, { says }] of Object.entries(known)) {
      const count = names.filter((one) => one === name).length;
      if (count) found.push({ what, says, count });
    }
  };
  const threats = scene.tracks.filter((track) => track.kind === "threat");
  const loud = threats.filter((track) => track.emphasis);
  add("threat", (loud.length ? loud : threats).map((track) => track.outcome), look.outcomes);
  add("cell", scene.cells.map((cell) => cell.fill), look.cells);
  if (scene.rings.length) found.push({ what: "ring", says: "", count: scene.rings.length });
  return found;
}
