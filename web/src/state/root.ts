/** Where the page stands on its server: `/`, or the sub-path that `serve --root-path` names. */

/** The root as a path that begins and ends with `/`; the server writes it into the page, which has `./` without one. */
export const rootOf = (declared: string | undefined): string => new URL(declared || "/", "http://page").pathname;

export const root = rootOf(globalThis.document?.documentElement?.dataset?.root);

/** The address of a route of the page, such as `/questions`. */
export const under = (route: string, at = root): string => `${at}${route.replace(/^\//, "")}`;

/** The route that an address means: what is left of its path below the root. */
export const routeOf = (path: string, at = root): string =>
  `${path}/`.startsWith(at) ? `/${path.slice(at.length)}` : path;
