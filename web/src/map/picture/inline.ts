/** SVG of the page with what its style sheets say written into it. */
const KEPT = ["fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap", "stroke-linejoin", "stroke-opacity",
  "opacity", "paint-order", "vector-effect", "shape-rendering", "font-size", "font-family", "text-anchor"]; // prettier-ignore
const DRAWN = "path, rect, circle, text";

/** A piece of SVG that needs no style sheet; `place` are attributes for where it stands. */
export function inlined(svg: SVGSVGElement, place = 'width="100%" height="100%"'): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const here = svg.querySelectorAll<SVGElement>(DRAWN);
  copy.querySelectorAll<SVGElement>(DRAWN).forEach((one, at) => {
    const style = getComputedStyle(here[at]!);
    one.removeAttribute("style");
    one.removeAttribute("class");
    for (const name of KEPT) {
      const value = style.getPropertyValue(name);
      if (
        value &&
        (name.startsWith("font") || name === "text-anchor" ? one.localName === "text" : value !== UNSET[name])
      )
        one.setAttribute(name, name === "fill" || name === "stroke" ? plain(value) : value);
    }
  });
  const box = svg.getAttribute("viewBox");
  return `<svg ${place}${box ? ` viewBox="${box}"` : ""}>${new XMLSerializer().serializeToString(copy).replace(/^<svg[^>]*>|<\/svg>$/g, "")}</svg>`;
}
const UNSET: Record<string, string> = {
  "stroke-dasharray": "none",
  "stroke-linecap": "butt",
  "stroke-linejoin": "miter",
  "stroke-opacity": "1",
  opacity: "1",
  "paint-order": "normal",
  "vector-effect": "none",
  "shape-rendering": "auto",
};

/** A colour that every program reads; an address within the file without the page's quotes. */
export function plain(color: string): string {
  const mixed = /^color\(srgb ([\d.e-]+) ([\d.e-]+) ([\d.e-]+)/.exec(color);
  if (mixed)
    return `rgb(${mixed
      .slice(1, 4)
      .map((one) => Math.round(255 * Number(one)))
      .join(",")})`;
  return color.replace(/url\("?([^")]*)"?\)/, "url($1)");
}

export const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (one) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[one]!);

export const written = (text: string, x: number, y: number, size: number, color: string, bold = false): string =>
  `<text x="${x}" y="${y}" font-size="${size}" fill="${color}"${bold ? ' font-weight="bold"' : ""}>${escaped(text)}</text>`;
