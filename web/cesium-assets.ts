import { cp, mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

const ENGINE = join(dirname(fileURLToPath(import.meta.url)), "node_modules/@cesium/engine");
const NEEDED = { "Source/Assets": "Assets", "Build/Workers": "Workers", "Build/ThirdParty": "ThirdParty" };

/** Copies what the globe loads by address, its imagery and workers, beside the built page. */
export function cesiumAssets(): Plugin {
  let out = "";
  return {
    name: "cesium-assets",
    apply: "build",
    configResolved(config) {
      out = join(config.root, config.build.outDir, "cesium");
    },
    async closeBundle() {
      await mkdir(out, { recursive: true });
      for (const [from, to] of Object.entries(NEEDED)) {
        await cp(join(ENGINE, from), join(out, to), { recursive: true }).catch(() => undefined);
      }
    },
  };
}
