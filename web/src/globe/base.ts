/** Where the page serves the globe's imagery and workers from; set before anything of Cesium is loaded. */
import { root } from "../state/root";

declare global {
  interface Window {
    CESIUM_BASE_URL?: string;
  }
}
export const setBase = (): void => void (window.CESIUM_BASE_URL = `${root}cesium/`);

/** Whether this browser can draw a globe at all: asked before a megabyte is loaded for nothing. */
export function drawable(): boolean {
  try {
    return document.createElement("canvas").getContext("webgl2") !== null;
  } catch {
    return false;
  }
}
