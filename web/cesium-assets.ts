/** What the globe loads by address, its imagery and workers: beside the built page, and in development. */
import { createReadStream } from "node:fs";
import { copyFile, mkdir, readFile, readdir } from "node:fs/promises";
import { dirname, extname, join, posix, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

const ENGINE = join(dirname(fileURLToPath(import.meta.url)), "node_modules/@cesium/engine");
/** Only these are asked for by what src/globe uses; a test in the browser sees that nothing is missing. */
const WORKERS = ["createVerticesFromHeightmap.js", "incrementallyBuildTerrainPicker.js", "transferTypedArrayTest.js"];
const ASSETS = ["approximateTerrainHeights.json", "Textures/NaturalEarthII"];
const MIME: Record<string, string> = {
  ".js": "text/javascript",
  ".json": "application/json",
  ".jpg": "image/jpeg",
  ".xml": "application/xml",
  ".md": "text/plain",
};

export function cesiumAssets(): Plugin {
  let out = "";
  return {
    name: "cesium-assets",
    config: () => ({ optimizeDeps: { include: ["@cesium/engine"] } }),
    configResolved(config) {
      out = join(resolve(config.root, config.build.outDir), "cesium");
    },
    async configureServer(server) {
      const files = await needed();
      server.middlewares.use("/cesium", (request, response, next) => {
        const path = files.get(decodeURIComponent(request.url ?? "").split("?")[0]!.slice(1));
        if (!path) return next();
        response.setHeader("Content-Type", MIME[extname(path)] ?? "application/octet-stream");
        createReadStream(path).pipe(response);
      });
    },
    async writeBundle() {
            for (const [to, from] of await needed()) {
        await mkdir(dirname(join(out, to)), { recursive: true });
        await copyFile(from, join(out, to));
      }
    },
  };
}

/** Address below `/cesium/` to file. */
async function needed(): Promise<Map<string, string>> {
  const found = new Map([["LICENSE.md", join(ENGINE, "LICENSE.md")]]);
  for (const asset of ASSETS)
    for (const path of await below(join(ENGINE, "Source/Assets", asset), asset)) found.set(...path);
  for (const worker of WORKERS) await withImports(worker, found);
  return found;
}

async function below(path: string, name: string): Promise<[string, string][]> {
  const inside = await readdir(path, { withFileTypes: true }).catch(() => null);
  if (!inside) return [[posix.join("Assets", name), path]];
  const all = inside.map((one) => below(join(path, one.name), posix.join(name, one.name)));
  return (await Promise.all(all)).flat();
}

/** A worker and the pieces that it shares with others. */
async function withImports(name: string, found: Map<string, string>): Promise<void> {
  const to = posix.join("Workers", name);
  if (found.has(to)) return;
  const from = join(ENGINE, "Build/Workers", name);
  found.set(to, from);
  const code = await readFile(from, "utf8");
  for (const [, other] of code.matchAll(/(?:from|import)\s*\(?\s*"\.\/([\w-]+\.js)"/g)) await withImports(other!, found);
}
