/** Curves of the chart: coarse first, then fine; one request after another, and none while a slider is moved. */
import * as api from "../api/client";
import type { Curve } from "../api/types";
import type { Laid } from "../state/address";
import { patiently } from "../views/patient";
import { Rested } from "../views/rested.svelte";
import type { Panel } from "./about";

/** Each has the points of those before it, so that no point is computed twice. */
export const STAGES = [11, 41];
const KEPT = 200;
const known = new Map<string, Curve>();

export interface Line {
  x: number[];
  columns: Record<string, (number | null)[]>;
}
/** Question, then position, to its line. */
export interface Curves {
  parameter: string;
  of: Record<string, Record<string, Line>>;
}
interface Job {
  question: string;
  position: string;
  laid: Laid;
  points: number;
  key: string;
}

/** The chart's state without what does not move its curves: the slider itself, and options of other questions. */
export function without(laid: Laid, slider: string, question: string, focus: string): Laid {
  const sets = { ...laid.sets };
  delete sets[slider];
  return { ...laid, sets, options: question === focus ? laid.options : {} };
}

export function jobs(panels: Panel[], focus: string, laid: Laid, positions: string[], slider: string, version: string): Job[] {
  const questions = [...new Set(panels.map((one) => one.question))];
  return STAGES.flatMap((points) =>
    questions.flatMap((question) =>
      positions.map((position): Job => {
        const state = { ...without(laid, slider, question, focus), positions: [position] };
        return { question, position, laid: state, points, key: JSON.stringify([question, state, slider, points, version]) };
      }),
    ),
  );
}

export class CurvesAsked {
  rested = new Rested<Curves>(20);
  /** What has come so far, old lines until new ones come. */
  shown = $state.raw<Curves>({ parameter: "", of: {} });
  done = $state(0);
  total = $state(0);

  ask(all: Job[], slider: string, version: string): void {
    this.rested.ask(JSON.stringify(all.map((job) => job.key)), async (signal) => {
      if (this.shown.parameter !== slider) this.shown = { parameter: slider, of: {} };
      [this.done, this.total] = [0, all.length];
      for (const job of all) {
        const { x, series } = known.get(job.key) ?? (await drawn(job, slider, version, signal));
        const line = { x, columns: series[0]?.columns ?? {} };
        const of = this.shown.of;
        this.shown = { parameter: slider, of: { ...of, [job.question]: { ...of[job.question], [job.position]: line } } };
        this.done += 1;
      }
      return this.shown;
    });
  }
}

async function drawn(job: Job, slider: string, version: string, signal: AbortSignal): Promise<Curve> {
  const curve = await patiently(signal, (one) => api.curve(job.question, job.laid, slider, job.points, version, one));
  known.set(job.key, curve);
  if (known.size > KEPT) known.delete(known.keys().next().value!);
  return curve;
}
