/** Kind of view to what draws it. A kind that is not here is shown as its table. */
import type { Component } from "svelte";
import Bars from "./Bars.svelte";
import Curve from "./Curve.svelte";
import Dots from "./Dots.svelte";
import type { Drawn } from "./drawn";
import Grid from "./Grid.svelte";
import Scatter from "./Scatter.svelte";
import Spans from "./Spans.svelte";

export const KINDS: Record<string, Component<Drawn>> = {
  dots: Dots,
  bars: Bars,
  spans: Spans,
  grid: Grid,
  scatter: Scatter,
  curve: Curve,
};

/** Kinds that the map in the middle draws. */
export const onMap = (kind: string): boolean => kind.startsWith("map.");
