/** Small answers by columns, as the server sends them; names of columns differ from the real ones on purpose. */
import type { Answer, Columnar, Value, ViewSpec } from "../../src/api/types";

export function columnar(data: Record<string, Value[]>) {
  const length = Object.values(data)[0]?.length ?? 0;
  return {
    length,
    columns: Object.keys(data).map((name) => ({ name, unit: "", short: "", means: "", from: "", kind: "" })),
    data,
  };
}

export function answer(
  views: ViewSpec[],
  rows: Columnar,
  tables: Record<string, Columnar>,
  more: Partial<Answer> = {},
) {
  const headline = {
    column: "",
    value: null,
    unit: "",
    show: "",
    low: null,
    high: null,
    interval: "",
    test: "",
    holds: null,
  };
  return {
    ...{
      id: "q-1",
      label: "one",
      question: "q",
      position: "one",
      as_of: "2009-01-01",
      dossier: { id: "d", hash: "h" },
    },
    ...{
      measures: [],
      options: {},
      headlines: [],
      outcomes: {},
      assumptions: [],
      left_out: [],
      citations: [],
      made: {},
    },
    ...{ headline: { ...headline, sentence: "" }, rows, tables, views },
    ...more,
  } as unknown as Answer;
}

/** Two bays to two towns; only the flights to Town two are stored. */
export const flights = (outcomes = ["met", "met", "too_late", "never_tracked"], options = { town: "two" }) =>
  answer(
    [{ kind: "map.links", from: "bay", to: "town", mark: "fate" }],
    columnar({
      bay: ["a", "a", "b", "b"],
      town: ["one", "two", "one", "two"],
      fate: outcomes,
      latest_launch_s: [100, 200, 300, null],
      earliest_meeting_s: [150, 250, null, null],
      meeting_s: [400, 500, 600, null],
      intercept_lat_deg: [70, 71, 72, null],
      intercept_lon_deg: [179, -179, 178, null],
      intercept_altitude_km: [500, 600, 700, null],
    }),
    {
      bays: columnar({ bay: ["a", "b"], lat_deg: [60, 55], lon_deg: [150, 100] }),
      towns: columnar({ town: ["one", "two"], lat_deg: [40, 45], lon_deg: [-75, -120] }),
      sites: columnar({
        site: ["pit", "dish"],
        what: ["interceptors", "radar"],
        lat_deg: [54, 50],
        lon_deg: [17, 14],
      }),
      tracks: columnar({
        bay: ["a", "a", "b", "b"],
        town: ["two", "two", "two", "two"],
        time_s: [300, 900, 1000, 250],
        lat_deg: [65, 60, 60, 62],
        lon_deg: [170, -150, -140, 120],
        altitude_km: [200, 800, 700, 180],
      }),
    },
    { options } as Partial<Answer>,
  );

export const land = (counts: (number | null)[]) =>
  answer(
    [{ kind: "map.cells", table: "plots", colour: "chances", mask: "in_danger", by: "part", size: 1 }],
    columnar({}),
    {
      plots: columnar({
        plot: ["p", "q", "r", "s"],
        lat_deg: [50.2, 50.9, 51.5, -0.3],
        lon_deg: [10.1, 11.2, 10.5, -0.4],
        part: ["north", "north", "north", "south"],
        chances: counts,
        in_danger: [true, true, true, false],
      }),
      launch_areas: columnar({ launch_area: ["desert"], lat_deg: [35], lon_deg: [54] }),
    },
  );

export const circles = (kinds: string[]) =>
  answer([{ kind: "map.rings", table: "reaches", ring: "key", label: "what", mark: "sort" }], columnar({}), {
    reaches: columnar({
      key: ["k1", "k1", "k1", "k2", "k2", "k2"],
      what: ["x", "x", "x", "y", "y", "y"],
      sort: [kinds[0]!, kinds[0]!, kinds[0]!, kinds[1]!, kinds[1]!, kinds[1]!],
      lat_deg: [1, 2, 3, 4, 5, 6],
      lon_deg: [10, 20, 30, 40, 50, 60],
    }),
  });
