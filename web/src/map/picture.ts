/** The present maps as one picture that stands by itself: colours inlined, with title, key and sources. */
import { t } from "../words";
import { app } from "../state/app.svelte";
import { inlined, plain, written } from "./picture/inline";
import { shown } from "./picture/shown";
import { wide as wideOf } from "./draw/wide";
import type { Sheet } from "./sheets";

const EDGE = 16;
const LINE = 18;

/** The maps that stand on the page, as SVG; throws where there are none. */
export function toSvg(): string {
  const current = shown();
  const maps = [...(current?.root.querySelectorAll<HTMLElement>("[data-testid=flat-map]") ?? [])];
  const box = maps[0]?.parentElement?.getBoundingClientRect();
  if (!current || !box) throw new Error("no flat map is shown");
  const style = getComputedStyle(current.root);
  const ink = plain(style.color);
  const head = EDGE + 26;
  const parts: string[] = [];
  for (const map of maps) {
    const stage = map.querySelector<HTMLElement>("[role=group]")!;
    const { left, top, width, height } = stage.getBoundingClientRect();
    const [x, y] = [EDGE + left - box.left, head + top - box.top];
    const name = map.querySelector("figcaption")?.textContent ?? "";
    if (name) parts.push(written(name, x, y - 6, 13, ink, true));
    const sea = plain(getComputedStyle(stage).backgroundColor);
    const inner = [...stage.querySelectorAll<SVGSVGElement>(":scope > svg")].map((one) => inlined(one)).join("");
    const frame = `<rect width="${width}" height="${height}" fill="none" stroke="${ink}" stroke-opacity=".3"/>`;
    parts.push(
      `<svg x="${x}" y="${y}" width="${width}" height="${height}" overflow="hidden">` +
        `<rect width="100%" height="100%" fill="${sea}"/>${inner}${frame}</svg>`,
    );
  }
  const wide = box.width + 2 * EDGE;
  const [key, bottom] = keyed(current.root, head + box.height + EDGE, box.width, ink);
  parts.push(written(current.what().title, EDGE, EDGE + 6, 16, ink, true), ...key);
  parts.push(written(sources(current.what().sheets), EDGE, bottom + LINE, 10, ink));
  const high = Math.ceil(bottom + LINE + EDGE);
  const size = `width="${Math.ceil(wide)}" height="${high}" viewBox="0 0 ${Math.ceil(wide)} ${high}"`;
  const paper = `<rect width="100%" height="100%" fill="${plain(style.backgroundColor)}"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} font-family="sans-serif">${paper}${parts.join("")}</svg>`;
}

/** The same as PNG, `scale` pixels for each of the page. */
export async function toPng(scale = 2): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([toSvg()], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [image.width * scale, image.height * scale];
    const context = canvas.getContext("2d")!;
    context.scale(scale, scale);
    context.drawImage(image, 0, 0);
    return await new Promise((done, fail) =>
      canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error("the browser made no PNG"))), "image/png"),
    );
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** The key as on the page, and where it ends. */
function keyed(root: HTMLElement, top: number, width: number, ink: string): [string[], number] {
  let [x, y] = [EDGE, top];
  const parts = [...root.querySelectorAll<HTMLElement>("[data-part=key] li")].map((item) => {
    const text = item.textContent?.trim() ?? "";
    const wide = 34 + 8 + wideOf(text) * (12 / 11) + 16;
    if (x > EDGE && x + wide > EDGE + width) [x, y] = [EDGE, y + LINE];
    const swatch = inlined(item.querySelector("svg")!, `x="${x}" y="${y - 2}" width="34" height="16"`);
    const made = swatch + written(text, x + 42, y + 10, 12, ink);
    x += wide;
    return made;
  });
  return [parts, y + LINE];
}

function sources(sheets: Sheet[]): string {
  const answer = sheets.flatMap((one) => one.drawings).find((one) => one.answer)?.answer;
  const desk = app.desk!;
  const version = answer?.made.version ?? "";
  return t("map.sources", {
    version,
    dossier: desk.id,
    date: answer?.as_of ?? desk.as_of,
    hash: desk.hash.slice(0, 12),
  });
}
