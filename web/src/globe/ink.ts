/** Colours of the page's theme, which the globe cannot take from a style sheet. */

export interface Ink {
  night: boolean;
  paper: string;
  desk: string;
  ink: string;
  border: string;
  sea: string;
}

/** The theme's colours as they are now. */
export function inks(of: Element = document.documentElement): Ink {
  const style = getComputedStyle(of);
  const read = (name: string, otherwise: string) => style.getPropertyValue(`--${name}`).trim() || otherwise;
  const paper = read("paper", "#ffffff");
  return {
    night: dark(paper),
    paper,
    desk: read("desk", paper),
    ink: read("ink", "#000000"),
    border: read("edge", "#77828d"),
    sea: read("sea", "#e9f1f6"),
  };
}

/** Whether a colour `#rrggbb` is a dark one. */
export function dark(color: string): boolean {
  const [red = 255, green = 255, blue = 255] = (color.match(/^#?(\w\w)(\w\w)(\w\w)$/)?.slice(1) ?? []).map((two) =>
    parseInt(two, 16),
  );
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128;
}

/** Calls back whenever the theme changes; returns how to stop. */
export function watch(changed: (ink: Ink) => void): () => void {
  const observer = new MutationObserver(() => changed(inks()));
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme", "class"] });
  return () => observer.disconnect();
}
