/** The maps as a picture; the code that draws it is loaded when it is asked for. */

interface Picture {
  toSvg: () => string | Promise<string>;
  toPng: (scale: number) => Blob | Promise<Blob>;
}
const SCALE = 2; // sharp on screens with two dots a pixel, and in print
const modules = import.meta.glob<Picture>("../map/picture.ts");

export async function pictured(form: "svg" | "png"): Promise<Blob> {
  const picture = await Object.values(modules)[0]!();
  return form === "png" ? picture.toPng(SCALE) : new Blob([await picture.toSvg()], { type: "image/svg+xml" });
}
