/** Links inside the page: real addresses, followed without loading the page anew. */
import { app } from "../state/app.svelte";

/** Whether a click means "here", not a new tab or window. */
export const plain = (event: MouseEvent): boolean =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

/** What a click on a link to `route` does. */
export const follow = (route: string) => (event: MouseEvent) => {
  if (!plain(event)) return;
  event.preventDefault();
  app.go(route);
};

export const parameterRoute = (path: string): string => `/parameter/${encodeURIComponent(path)}`;
export const questionRoute = (id: string): string => `/question/${encodeURIComponent(id)}`;

/** Whether a page belongs under an entry of the menu: `/question/x` under `/questions`. */
export function within(route: string, entry: string): boolean {
  if (entry === "/") return route === "/";
  return route === entry || route.startsWith(`${entry.replace(/s$/, "")}/`);
}
