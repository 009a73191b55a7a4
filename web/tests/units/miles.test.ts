import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { plainly } from "../../src/state/address";
import { app } from "../../src/state/app.svelte";
import { withMiles } from "../../src/units/miles";

beforeEach(() => (app.shown = { ...plainly(), units: "mi" }));
afterEach(() => (app.shown = plainly()));

describe("sentences of the server where miles are switched to", () => {
  it("keep their metric number with its unit, and get the miles beside it", () => {
    expect(withMiles("up to 5.22 km/s no flight could be met")).toBe("up to 5.22 km/s (3.244\u202fmi/s) no flight could be met");
    expect(withMiles("from 5 to 10 km/s")).toBe("from 5 to 10 km/s (3.107–6.214\u202fmi/s)");
    expect(withMiles("6.0–6.5 km/s, 1,100 km away")).toBe("6.0–6.5 km/s (3.728–4.039\u202fmi/s), 1,100 km (683.5\u202fmi) away");
  });
  it("have the digits of the language", () => {
    app.shown = { ...plainly("ru"), units: "mi" };
    expect(withMiles("до 5,22 км/с включительно")).toBe("до 5,22 км/с (3,244\u202fмиль/с) включительно");
  });
  it("stay as they are without a length or a speed, or in kilometres", () => {
    for (const text of ["250 s", "19 %", "in 2010", "5 kmh", ""]) expect(withMiles(text)).toBe(text);
    app.shown = plainly();
    expect(withMiles("5 km")).toBe("5 km");
  });
});
