/** Whether the globe can be shown: loaded only when asked for, and given up where it fails. */
import type { Component } from "svelte";
import type { Look } from "../api/types";
import type { Scene } from "./scene";

export type GlobeView = Component<{
  scene: Scene;
  borders: unknown;
  look: Look | undefined;
  time: number;
  onfail: () => void;
}>;

class GlobeLoader {
  part = $state.raw<GlobeView | undefined>();
  failed = $state(false);

  /** Fetch it; where there is no WebGL it is not even fetched. */
  async load(): Promise<void> {
    if (this.part || this.failed) return;
    if (!webgl()) return this.fail();
    try {
      this.part = (await import("../globe/Globe.svelte")).default as unknown as GlobeView;
    } catch {
      this.fail();
    }
  }
  fail = (): void => {
    this.failed = true;
  };
}
export const globe = new GlobeLoader();

function webgl(): boolean {
  try {
    const canvas = document.createElement("canvas");
    return !!(canvas.getContext("webgl2") ?? canvas.getContext("webgl"));
  } catch {
    return false;
  }
}
