/** An address that says to a reader elsewhere no more than it can: that of this machine alone leads nowhere. */
const NAMED = /^(localhost|.*\.local|.*\.localhost|\[::1\]|\[f[cde].*\])$/i;
const NUMBERED = /^(127|10|192\.168|172\.(1[6-9]|2\d|3[01])|169\.254)(\.\d+)+$/;

export const isLocal = (hostname: string): boolean => NAMED.test(hostname) || NUMBERED.test(hostname);

/** The whole address, or only what comes after the host where the host is this machine or this house. */
export const reachable = ({ hostname, origin }: { hostname: string; origin: string }, href: string): string =>
  isLocal(hostname) ? href : `${origin}${href}`;
