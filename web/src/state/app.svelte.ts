/** The one state of the page; components read it and change it through its methods. */
import type { Card, Desk, Look, Served } from "../api/types";
import { address, nothingLaid, plainly, read, type Laid, type Shown } from "./address";
import { Asked } from "./asked.svelte";
import { History } from "./history.svelte";
import { routeOf, under } from "./root";

const PAUSE_MS = 100;

class App {
  laid = $state.raw<Laid>(nothingLaid());
  shown = $state.raw<Shown>(plainly());
  /** The path of the page: `/` is the workbench. */
  route = $state("/");
  desk = $state.raw<Desk | undefined>();
  cards = $state.raw<Card[]>([]);
  /** Every dossier that the server has. */
  served = $state.raw<Served["dossiers"]>([]);
  look = $state.raw<Look | undefined>();
  history = new History<Laid>();
  /** The question in focus under this state, and under the state compared with. */
  asked = new Asked();
  other = new Asked();

  positions = $derived(this.meant(this.laid));
  versus = $derived(this.shown.versus ? read(this.shown.versus).laid : undefined);
  card = $derived(this.cards.find((one) => one.id === this.shown.question));

  /** Every party, alphabetically. */
  get parties(): string[] {
    return this.desk?.parties.map((party) => party.id) ?? [];
  }
  /** The positions that a state means: those named, or every party. */
  meant(laid: Laid): string[] {
    return laid.positions.length ? laid.positions : this.parties;
  }

  /** Change what is laid before the model; `undoable` false while a slider is being dragged. */
  lay(change: Partial<Laid>, undoable = true): void {
    if (undoable) this.history.keep(this.laid);
    this.laid = { ...this.laid, ...change };
    this.write();
  }

  /** Set a parameter for every position, or unset it with `undefined`. */
  set(path: string, value: string | undefined, undoable = true): void {
    const sets = { ...this.laid.sets };
    if (value === undefined) delete sets[path];
    else sets[path] = value;
    this.lay({ sets }, undoable);
  }

  show(change: Partial<Shown>): void {
    this.shown = { ...this.shown, ...change };
    this.write();
  }

  /** Another question, a step of the browser's history; options of the one before do not go along. */
  turn(question: string): void {
    if (Object.keys(this.laid.options).length) {
      this.history.keep(this.laid);
      this.laid = { ...this.laid, options: {} };
    }
    this.shown = { ...this.shown, question };
    clearTimeout(this.later);
    history.pushState(null, "", this.href(this.route));
  }

  undo(): void {
    this.back(this.history.undo(this.laid));
  }
  redo(): void {
    this.back(this.history.redo(this.laid));
  }
  reset(): void {
    this.lay({ ...nothingLaid(), dossier: this.laid.dossier });
  }

  /** Go to another page of the workbench, the way of showing kept. */
  go(route: string): void {
    this.route = route;
    history.pushState(null, "", this.href(route));
    window.scrollTo(0, 0);
  }
  /** The address of a page under the present state. */
  href(route: string): string {
    return `${under(route)}?${address(this.laid, this.shown)}`;
  }

  /** Take the state from the address bar. */
  load(): void {
    const { laid, shown } = read(location.search, navigator.language.startsWith("ru") ? "ru" : "en");
    this.laid = laid;
    this.shown = shown;
    this.route = routeOf(location.pathname);
  }

  private back(laid: Laid | undefined): void {
    if (laid === undefined) return;
    this.laid = laid;
    this.write();
  }
  /** At once, but not at every frame of a drag: browsers ignore more than about 20 changes a second. */
  private write(): void {
    clearTimeout(this.later);
    const left = this.written + PAUSE_MS - performance.now();
    if (left > 0) this.later = setTimeout(() => this.write(), left);
    else {
      this.written = performance.now();
      history.replaceState(null, "", this.href(this.route));
    }
  }
  private written = -PAUSE_MS;
  private later: ReturnType<typeof setTimeout> | undefined;
}

export const app = new App();
