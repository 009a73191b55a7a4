/** When everything that the page shows has been computed. */
const STEP_MS = 150;
const LONGEST_MS = 60_000;

/** Whether something on the page still waits for its numbers. */
export const busy = (): boolean => document.querySelector("main [aria-busy=true]") !== null;

/** Resolves once nothing is awaited, or after a minute: what has not come by then says so on paper. */
export async function ready(still: () => boolean = busy, longest = LONGEST_MS): Promise<boolean> {
  for (let waited = 0; still(); waited += STEP_MS) {
    if (waited >= longest) return false;
    await new Promise((done) => setTimeout(done, STEP_MS));
  }
  return true;
}
