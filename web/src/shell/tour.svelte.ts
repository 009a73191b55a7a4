/** Which step of the tour is shown; that it was seen is remembered by the browser, if it may. */
import { app } from "../state/app.svelte";

const SEEN = "twoplustwo.tour";

/** What each step points at: the first of these that is on the page. */
export const STEPS = [
  { id: "verdicts", at: ["[data-tour=verdicts]", "section.verdicts"] },
  { id: "assumptions", at: ["[data-tour=assumptions]", "section.assumptions"] },
  { id: "hinge", at: ["[data-tour=hinge]", "section.hinge"] },
  { id: "share", at: ["[data-tour=share]", "[data-testid=share]", "[data-testid=more]"] },
] as const;

class Tour {
  /** The step shown; none below nought. */
  step = $state(-1);
  /** Whether somebody asked for it: only then it takes the focus. */
  asked = $state(false);

  get on(): boolean {
    return this.step >= 0;
  }

  /** Begin because somebody asked. */
  begin(): void {
    if (app.route !== "/") app.go("/");
    this.asked = true;
    this.step = 0;
  }

  /** Begin by itself at the first visit; never under a test driver that did not ask. */
  greet(): void {
    const wanted = location.hash === "#tour" || location.hash === "#tour=1";
    if (wanted || (!navigator.webdriver && !seen())) this.step = 0;
  }

  go(by: 1 | -1): void {
    const next = this.step + by;
    if (next >= STEPS.length) this.end();
    else this.step = Math.max(0, next);
  }

  end(): void {
    this.step = -1;
    this.asked = false;
    remember();
  }
}

function seen(): boolean {
  try {
    return localStorage.getItem(SEEN) !== null;
  } catch {
    return true; // what cannot be remembered would come back at every visit
  }
}

function remember(): void {
  try {
    localStorage.setItem(SEEN, "seen");
  } catch {
    // a browser that keeps nothing shows it again only if asked
  }
}

export const tour = new Tour();

/** The thing that a step points at, if it is on the page and in sight of somebody. */
export function pointed(step: number): Element | undefined {
  const found = (STEPS[step]?.at ?? []).map((one) => document.querySelector(one));
  return found.find((one): one is Element => one !== null && one.getClientRects().length > 0);
}
