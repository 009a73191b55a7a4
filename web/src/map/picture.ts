/** The present maps as one picture that stands by itself: colours inlined, with question, verdicts, key and sources. */
import { ready } from "../shell/ready";
import { app } from "../state/app.svelte";
import { t } from "../words";
import * as about from "./picture/about";
import { abreast, composed, words, type Item, type Pictured, type Whole } from "./picture/compose";
import { inlined, plain } from "./picture/inline";
import { measured } from "./picture/lines";
import { texted } from "./picture/png";
import { shown } from "./picture/shown";
import type { Sheet } from "./sheets";
import { compared } from "./tell/titled";

/** The maps that stand on the page, as SVG; throws where there are none. */
export async function toSvg(): Promise<string> {
  return composed(await drawn(), measured);
}

/** The same as PNG, `scale` pixels for each of the page; what it says stands in the file as text too. */
export async function toPng(scale = 2): Promise<Blob> {
  const whole = await drawn();
  const address = URL.createObjectURL(new Blob([composed(whole, measured)], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [image.width * scale, image.height * scale];
    const context = canvas.getContext("2d")!;
    context.scale(scale, scale);
    context.drawImage(image, 0, 0);
    const made = await new Promise<Blob>((done, fail) =>
      canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error("the browser made no PNG"))), "image/png"),
    );
    const bytes = new Uint8Array(await made.arrayBuffer());
    const texts = { Title: whole.question, Description: words(whole).join("\n"), Software: t("common.title") };
    return new Blob([texted(bytes, texts) as Uint8Array<ArrayBuffer>], { type: "image/png" });
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** What the picture is made of, once everything it says has been computed. */
async function drawn(): Promise<Whole> {
  await ready();
  const current = shown();
  if (!current) throw new Error("no map is shown");
  const { sheets } = current.what();
  const style = getComputedStyle(current.root);
  const ink = plain(style.color);
  const flat = [...current.root.querySelectorAll<HTMLElement>("[data-testid=flat-map] [role=group]")];
  const globe = current.root.querySelector<HTMLCanvasElement>("[role=application] canvas");
  if (!flat.length && !globe) throw new Error("no map is shown");
  const { width, height } = (flat[0] ?? globe!).getBoundingClientRect();
  const svgs = flat.length ? flat.map((stage) => layers(stage, ink)) : [photo(globe!, ink)];
  // The globe shows one position at a time.
  const of = flat.length ? sheets : sheets.filter((_, at) => at === current.what().picked);
  const maps = of.map((sheet, at): Pictured => ({ svg: svgs[at] ?? "", said: said(sheet), title: about.title(sheet, sheets) }));
  return {
    ...{ question: about.question(), lead: about.lead(), maps, width, height, ink, paper: plain(style.backgroundColor) },
    columns: abreast(maps.length, compared(of)),
    key: keyed(current.root),
    foot: about.foot(sheets.flatMap((one) => one.drawings).find((one) => one.answer)?.answer),
  };
}

/** A map without an answer has no verdict: an analysis is of several positions at once. */
const said = (sheet: Sheet) => (app.card?.analysis ? [] : sheet.drawings.map((one) => about.said(one, (sheet.other && app.versus) || app.laid)));

/** A flat map with what its style sheets say written into it. */
function layers(stage: HTMLElement, ink: string): string {
  const sea = plain(getComputedStyle(stage).backgroundColor);
  const inner = [...stage.querySelectorAll<SVGSVGElement>(":scope > svg")].map((one) => inlined(one)).join("");
  return `<rect width="100%" height="100%" fill="${sea}"/>${inner}${frame(ink)}`;
}
/** The globe as it is seen just now. */
const photo = (canvas: HTMLCanvasElement, ink: string): string =>
  `<image width="100%" height="100%" href="${canvas.toDataURL("image/png")}"/>${frame(ink)}`;
const frame = (ink: string) => `<rect width="100%" height="100%" fill="none" stroke="${ink}" stroke-opacity=".3"/>`;

function keyed(root: HTMLElement): Item[] {
  return [...root.querySelectorAll<HTMLElement>("[data-part=key] li")].map((item) => ({
    text: item.textContent?.trim() ?? "",
    swatch: (x, y) => inlined(item.querySelector("svg")!, `x="${x}" y="${y}" width="34" height="16"`),
  }));
}
