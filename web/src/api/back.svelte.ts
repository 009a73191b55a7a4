/** Notices when the server is gone, and asks by itself until it is back; then all that was refused is asked anew. */
import { under } from "../state/root";

const [FIRST_MS, MOST_MS] = [1_000, 15_000];

export class Back {
  down = $state(false);
  /** How often it has come back, or somebody has asked again: whoever asks in an effect reads this. */
  times = $state(0);
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private alive: () => Promise<boolean>) {}

  /** A request got no answer. */
  lost(): void {
    if (this.down) return;
    this.down = true;
    this.later(FIRST_MS);
  }
  /** Ask everything again now. */
  again(): void {
    clearTimeout(this.timer);
    this.down = false;
    this.times += 1;
  }
  private later(ms: number): void {
    this.timer = setTimeout(async () => {
      if (await this.alive()) this.again();
      else if (this.down) this.later(Math.min(2 * ms, MOST_MS));
    }, ms);
  }
}

export const back = new Back(() =>
  fetch(under("/api/v1/health")).then(
    (reply) => reply.ok,
    () => false,
  ),
);
