import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

/** The notices of the licences of everything that the page holds, beside it. */
export const NOTICES = "licences.txt";

const OF_PACKAGE = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/;

/**
 * Writes who made what is in the page, by which licence, with its text: of the packages that the
 * bundler put in, so that none is forgotten and none is listed that is not there.
 */
export function licences(): Plugin {
  return {
    name: "licences",
    apply: "build",
    generateBundle(_, bundle) {
      const folders = new Set<string>();
      for (const one of Object.values(bundle)) {
        for (const module of one.type === "chunk" ? Object.keys(one.modules) : []) {
          const found = OF_PACKAGE.exec(module.replace(/^\0+/, "").replaceAll("\\", "/"));
          if (found) folders.add(found[0]);
        }
      }
      const source = [...folders].map(notice).sort().join("\n\n");
      this.emitFile({ type: "asset", fileName: NOTICES, source: `${source}\n` });
    },
  };
}

function notice(folder: string): string {
  const about = JSON.parse(readFileSync(join(folder, "package.json"), "utf-8"));
  if (typeof about.license !== "string") throw new Error(`${folder} names no licence`);
  const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
  const text = file && existsSync(join(folder, file)) ? readFileSync(join(folder, file), "utf-8") : "";
  const author = typeof about.author === "string" ? about.author : (about.author?.name ?? "");
  const body = text.trim() || `Copyright ${author}`.trim();
  return `== ${about.name} ${about.version}: ${about.license}\n\n${body}`;
}
