import { describe, expect, it } from "vitest";
import { abreast, composed, words, type Whole } from "../../src/map/picture/compose";
import { broken } from "../../src/map/picture/lines";
import { crc, texted } from "../../src/map/picture/png";
import { isLocal, reachable } from "../../src/shell/reachable";
import { ready } from "../../src/shell/ready";

const measure = (text: string, size: number) => 0.6 * size * text.length;
const said = (label: string) => ({
  label: `${label}, by the critics’ numbers`, value: "19 %", verdict: "at least one could be met", range: "3 % – 29 %: 13 of 14 are the compilers’",
  sentence: `Of 120 flights 23 <could> be met & counted, for ${label}.`, rests: `Rests on 129 numbers: 1 own, ${label}.`,
}); // prettier-ignore
const whole = (count: number, columns = abreast(count, false), width = 300): Whole => ({
  question: "Can an interceptor from the site meet a missile on its way?", lead: ["Laid over every position: speed 5 km/s; no radar"],
  maps: Array.from({ length: count }, (_, at) => ({ svg: `<g id="map${at}"/>`, said: [said(`P${at}`)], title: "" })),
  width, height: 200, columns, key: ["met in time", "too late"].map((text) => ({ text, swatch: (x: number, y: number) => `<g transform="translate(${x},${y})"/>` })),
  foot: ["Address: /?lang=en", "twoplustwo 0.1.0 · dossier d, 0123456789ab"], ink: "#000", paper: "#fff",
}); // prettier-ignore
/** What stands in the picture to be read, lines joined. */
const read = (svg: string) => [...svg.matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map((one) => one[1]!).join(" ");
const size = (svg: string) => /width="(\d+(?:\.\d+)?)" height="(\d+)"/.exec(svg)!.slice(1).map(Number) as [number, number];
const placed = (svg: string) => [...svg.matchAll(/<svg x="(\d+)" y="(\d+)" width="(\d+)"/g)].map((one) => one.slice(1).map(Number));

describe("a picture that leaves the page", () => {
  it.each([1, 2, 3, 4, 5, 6, 7])("of %i maps says what was asked, under what, whose verdict rests on what", (count) => {
    const text = read(composed(whole(count), measure));
    for (const one of [
      "Can an interceptor from the site meet a missile on its way?", "speed 5 km/s; no radar", "19 %: at least one could be met", "3 % – 29 %: 13 of 14 are the compilers’",
      "Address: /?lang=en", "dossier d, 0123456789ab", "met in time", "too late",
    ]) expect(text).toContain(one); // prettier-ignore
    for (let at = 0; at < count; at++) for (const one of [`P${at}, by the critics’ numbers`, `23 &lt;could&gt; be met &amp; counted, for P${at}.`, `1 own, P${at}.`]) expect(text).toContain(one);
  });

  it.each([1, 2, 3, 4, 6, 9])("of %i maps leaves no room for one that is not there", (count) => {
    expect(count % abreast(count, false)).toBe(0);
  });

  it("puts two states of a position beside each other", () => {
    expect([1, 2, 4, 6].map((count) => abreast(count, true))).toEqual([1, 2, 2, 2]);
  });

  it("holds every map and every line within its edges, none over another", () => {
    for (const count of [1, 2, 3, 5]) {
      const svg = composed(whole(count), measure);
      const [wide, high] = size(svg);
      const maps = placed(svg);
      expect(maps).toHaveLength(count);
      for (const [x, y, width] of maps) expect([x! >= 0, x! + width! <= wide, y! + 200 <= high]).toEqual([true, true, true]);
      for (const [, x, y, letters, text] of svg.matchAll(/<text x="([\d.]+)" y="([\d.]+)" font-size="([\d.]+)"[^>]*>([^<]*)</g)) {
        expect(Number(x) + measure(text!.replace(/&\w+;/g, "&"), Number(letters))).toBeLessThanOrEqual(wide);
        expect(Number(y)).toBeLessThanOrEqual(high);
      }
      // no line of words within a map
      for (const [, x, y] of svg.matchAll(/<text x="([\d.]+)" y="([\d.]+)"/g))
        for (const [left, top, width] of maps) {
          const within = Number(x) >= left! && Number(x) < left! + width! && Number(y) > top! && Number(y) < top! + 200;
          expect(within).toBe(false);
        }
    }
  });

  it("sets the interval under the verdict, small and plain", () => {
    const svg = composed(whole(2), measure);
    const bold = [...svg.matchAll(/<text [^>]*font-weight="bold"[^>]*>([^<]*)</g)].map((one) => one[1]!).join(" ");
    expect(bold).toContain("19 %: at least");
    expect(bold).not.toContain("3 % – 29 %");
    for (const [, size] of svg.matchAll(/font-size="([\d.]+)"[^>]*>3 % – 29 %/g)) expect(Number(size)).toBeLessThan(12);
    expect(read(svg).split("3 % – 29 %")).toHaveLength(3); // once a verdict
  });

  it("says it to who cannot see it too", () => {
    const svg = composed(whole(2), measure);
    expect(svg).toContain("<title>Can an interceptor");
    expect(/<desc>([^<]*)<\/desc>/.exec(svg)![1]).toContain("P1, by the critics’ numbers · 19 % · at least one could be met");
  });

  it("names each of several positions on one map", () => {
    const one = { ...whole(1), maps: [{ svg: "", said: [said("A"), said("B")], title: "Every position on one map" }] };
    const text = read(composed(one, measure));
    for (const part of ["Every position on one map", "A, by the critics’ numbers: Rests on 129", "B, by the critics’ numbers: Rests on 129"]) expect(text).toContain(part);
    expect(words(one)).toContain("Every position on one map");
  });
});

describe("lines", () => {
  it("lose nothing and are no wider than their room", () => {
    const text = "Rests on 129 numbers: 1 own, 6 taken from independent critics, 122 common";
    for (const room of [40, 90, 200, 5000]) {
      const lines = broken(text, room, 10, measure);
      expect(lines.join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""));
      for (const line of lines) expect(measure(line, 10)).toBeLessThanOrEqual(room);
    }
    expect(broken("", 100, 10, measure)).toEqual([]);
  });
});

describe("texts in a PNG", () => {
  it("have the checksum of the standard", () => {
    expect(crc(new TextEncoder().encode("IEND"))).toBe(0xae426082);
    expect(crc(new TextEncoder().encode("123456789"))).toBe(0xcbf43926);
  });

  it("stand after the first chunk, in any language, and leave the rest as it was", () => {
    const png = new Uint8Array([...Array(33).keys(), 7, 8, 9]);
    const made = texted(png, { Title: "Досягаемость МБР" });
    const length = new DataView(made.buffer).getUint32(33);
    const body = made.subarray(37, 41 + length);
    expect(new TextDecoder().decode(body)).toBe("iTXtTitle\0\0\0\0\0Досягаемость МБР");
    expect(new DataView(made.buffer).getUint32(41 + length)).toBe(crc(body));
    expect([...made.subarray(0, 33), ...made.subarray(45 + length)]).toEqual([...png]);
  });
});

describe("an address", () => {
  it("is told without a host that leads nowhere from elsewhere", () => {
    for (const host of ["localhost", "127.0.0.1", "[::1]", "192.168.1.7", "10.0.0.2", "172.20.1.1", "desk.local", "[fd00::1]"]) expect([host, isLocal(host)]).toEqual([host, true]);
    for (const host of ["example.org", "8.8.8.8", "172.32.0.1", "11.1.1.1", "local.example.org", "federation.example", "10.example.org", "[2001:db8::1]"]) expect([host, isLocal(host)]).toEqual([host, false]);
    expect(reachable({ hostname: "127.0.0.1", origin: "http://127.0.0.1:8000" }, "/?m=x")).toBe("/?m=x");
    expect(reachable({ hostname: "example.org", origin: "https://example.org" }, "/?m=x")).toBe("https://example.org/?m=x");
  });
});

describe("what is printed or pictured", () => {
  it("waits until nothing is awaited", async () => {
    let left = 2;
    expect(await ready(() => left-- > 0, 2000)).toBe(true);
    expect(left).toBe(-1);
  });
  it("does not wait for ever", async () => expect(await ready(() => true, 300)).toBe(false));
});
