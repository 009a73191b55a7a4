import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vitest/config";
import { cesiumAssets } from "./cesium-assets";
import { licences } from "./licences";

/** Where `twoplustwo serve` listens while the page is worked on with `npm run dev`. */
const server = process.env.TWOPLUSTWO_SERVER ?? "http://127.0.0.1:8000";

export default defineConfig({
  base: "./", // the server writes its root in the place of "./"
  plugins: [svelte(), cesiumAssets(), licences()],
  build: {
    outDir: "../src/twoplustwo/doors/server/page",
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0, // data: addresses would need a wider content policy
    chunkSizeWarningLimit: 6000, // the globe, loaded when asked for
  },
  server: { proxy: { "/api": server } },
  test: { include: ["tests/**/*.test.ts", "src/**/*.test.ts"] },
});
