import { describe, expect, it } from "vitest";
import { address, nothingLaid, plainly, query, read } from "../src/state/address";
import { command } from "../src/state/command";

describe("the address", () => {
  it("gives back the state that it was made from", () => {
    const laid = {
      ...nothingLaid(),
      positions: ["us", "russia+us:burnout-speed"],
      sets: { "interceptors.gbi-2.burnout_speed": "6.3 km/s" },
      measures: ["speed-cap-5", "radar-mask-east"].sort(),
      asOf: "2008-01-01",
      options: { site: "redzikowo" },
    };
    const shown = { ...plainly("ru"), map: "3d" as const, time: 400, versus: "p=us&m=no-shield" };
    expect(read(`?${address(laid, shown)}`)).toEqual({ laid, shown });
  });

  it("is the same for equal states, whatever the order in which they were made", () => {
    const one = { ...nothingLaid(), sets: { b: "1", a: "2" }, measures: ["y", "x"] };
    const other = { ...nothingLaid(), sets: { a: "2", b: "1" }, measures: ["x", "y"] };
    expect(query(one)).toBe(query(other));
  });

  it("leaves what cannot be read at its default", () => {
    const { laid, shown } = read("?set=nonsense&set==5&map=4d&t=-3&lang=xx&o=%00");
    expect(laid).toEqual(nothingLaid());
    expect(shown).toEqual(plainly());
  });
});

describe("the command", () => {
  it("quotes what a shell would read", () => {
    const laid = { ...nothingLaid(), positions: ["us"], sets: { "a.b": "6.3 km/s" }, measures: ["x", "y"] };
    expect(command("icbm-reach", laid)).toBe("twoplustwo ask icbm-reach -p us --set 'a.b=6.3 km/s' -m x,y");
    expect(command("q", { ...nothingLaid(), positions: ["it's"] })).toBe("twoplustwo ask q -p 'it'\\''s'");
  });
});
