/** The key of the maps: every line, marker and filling that is on them, in words. */
import type { Look } from "../api/types";
import { positioned, told } from "../views/columns/text";
import { say, t } from "../words";
import { kind, outcome, series } from "./look";
import type { Role } from "./scene";
import type { Drawing, Sheet } from "./sheets";
import { symbol, type Symbol } from "./symbols";
import { ended } from "./tell/facts";
import { view } from "./view.svelte";

export interface Entry {
  id: string;
  text: string;
  line?: { color: string; dash: number[] | null; width: number; opacity?: number };
  mark?: Symbol;
  fill?: { color: string; hatch: string };
}
const INK = "var(--ink)";
const FAINT = "var(--land)";

export function key(sheets: Sheet[], look: Look): Entry[] {
  const all = sheets.flatMap((one) => one.drawings);
  const over = all.some((one) => one.series !== undefined);
  return [
    ...(over ? positions(all, look) : []),
    ...flights(all, look, over),
    ...(view.shows("footprint") ? areas(all, look, over) : []),
    ...rings(all, look, over),
    ...(view.shows("places") ? places(all) : []),
  ];
}

function positions(all: Drawing[], look: Look): Entry[] {
  const seen = new Map(all.map((one) => [one.position, one.series ?? 0]));
  return [...seen].map(([position, number]) => {
    const { color, marker, dash } = series(look, number);
    const mark = { code: marker, size: 4.2, color, filled: true };
    const lines = all.some(({ scene }) => scene.rings.length > 0);
    return {
      id: `position ${position}`,
      text: positioned(position),
      line: { color, dash: lines ? dash : null, width: 2.2 },
      mark,
    };
  });
}

function flights(all: Drawing[], look: Look, over: boolean): Entry[] {
  if (!view.shows("flights")) return [];
  const tracks = all.flatMap((one) => one.scene.tracks);
  const seen = new Set(tracks.flatMap((one) => (one.kind === "threat" && one.outcome ? [one.outcome] : [])));
  const order = [...Object.keys(look.outcomes), ...seen].filter((one) => seen.has(one));
  const made: Entry[] = over
    ? [...(seen.size ? [hollow()] : [])]
    : [...new Set(order)].map((name) => {
        const { color, marker, dash, filled } = outcome(look, name);
        return {
          id: name,
          text: ended(name),
          line: { color, dash, width: 1.8 },
          mark: { code: marker, size: 4.2, color, filled },
        };
      });
  if (view.shows("battlespace") && tracks.some((one) => one.window && one.emphasis && !one.untimed))
    made.push({
      id: "window",
      text: t("map.keyWindow"),
      line: {
        color: over ? INK : outcome(look, order[0]).color,
        dash: null,
        width: over ? 3.5 : 7,
        opacity: over ? 1 : 0.3,
      },
    });
  if (tracks.some((one) => one.kind === "interceptor"))
    made.push({ id: "way", text: t("map.keyWay"), line: { color: INK, dash: [2, 2.5], width: 0.9 } });
  return made;

  function hollow(): Entry {
    const sought = Object.keys(look.outcomes)[0]!;
    return {
      id: "filled",
      text: t("map.keyFilled", { sought: ended(sought) }),
      mark: { code: "o", size: 4.2, color: INK, filled: true },
    };
  }
}

function areas(all: Drawing[], look: Look, over: boolean): Entry[] {
  const seen = new Set(all.flatMap(({ scene }) => scene.cells.map((one) => one.fill)));
  if (!seen.size) return [];
  if (over)
    return [
      { id: "thick", text: t("map.keyThick"), line: { color: INK, dash: null, width: 3 } },
      { id: "thin", text: t("map.keyThin"), line: { color: INK, dash: null, width: 1.2 } },
    ];
  const made: Entry[] = Object.entries(look.cells)
    .filter(([name]) => seen.has(name))
    .map(([id, { color, hatch, says }]) => ({ id, text: say(says), fill: { color, hatch } }));
  return [...made, { id: "unthreatened", text: t("map.unthreatened"), fill: { color: FAINT, hatch: "" } }];
}

function rings(all: Drawing[], look: Look, over: boolean): Entry[] {
  if (over) return [];
  const seen = new Map(all.flatMap(({ scene }) => scene.rings.map((one) => [one.mark ?? "", one] as const)));
  return [...seen]
    .filter(([, one]) => view.shows(one.layer === "view" ? "views" : "ranges"))
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([mark, one]) => {
      const { color, dash } = kind(look, one.series);
      const what = t(one.layer === "view" ? "map.keyView" : "map.keyRange");
      const text = !mark ? what : one.layer === "view" ? `${told(mark)}: ${what}` : told(mark);
      return { id: `ring ${mark}`, text, line: { color, dash, width: 1.8 } };
    });
}

const ROLES: Role[] = ["site", "radar", "base", "target", "launch-area"];
function places(all: Drawing[]): Entry[] {
  const seen = new Set(all.flatMap(({ scene }) => scene.spots.map((one) => one.role)));
  return ROLES.filter((role) => seen.has(role)).map((role) => ({
    id: role,
    text: t(`map.role-${role}`),
    mark: symbol({ role, emphasis: true }),
  }));
}
