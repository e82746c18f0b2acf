import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";

const BUILD = ".next";
const MANIFEST = "page_client-reference-manifest.js";
const APP = path.join(BUILD, "server/app");

/**
 * The most bytes of script, compressed as they are served, that a page may load first: readable within two seconds on a slow phone.
 * React, Next and the layout take 119 KB of each. Scripts that follow, such as Socket.IO, are not in it.
 */
const SCRIPT: Record<string, number> = {
  "s/[code]": 174_080,
  "host/[code]": 231_000,
  "screen/[code]": 132_000,
  "results/[code]": 150_000,
};
/** The most bytes of fonts that any page may preload. */
const FONTS = 60_000;

const pages = readdirSync(APP, { recursive: true, encoding: "utf8" })
  .filter((file) => path.basename(file) === MANIFEST && !file.startsWith("_"))
  .map((file) => path.dirname(file).replaceAll("\\", "/"));

describe("budgets of bytes", () => {
  test.each(Object.entries(SCRIPT))("/%s loads at most %d bytes of script first", (page, most) => {
    expect(sum(scriptsOf(page).map(servedSize))).toBeLessThanOrEqual(most);
  });

  test.each(pages)("/%s preloads fonts, and at most 60,000 bytes", (page) => {
    const fonts = sum(fontsOf(page).map(servedSize));
    expect(fonts).toBeGreaterThan(0);
    expect(fonts).toBeLessThanOrEqual(FONTS);
  });
});

/** The scripts that a page such as "results/[code]" loads first. */
function scriptsOf(page: string): string[] {
  const { rootMainFiles } = JSON.parse(readFileSync(path.join(BUILD, "build-manifest.json"), "utf8"));
  const manifest = readFileSync(path.join(APP, page, MANIFEST), "utf8");
  const { entryJSFiles }: { entryJSFiles: Record<string, string[]> } = JSON.parse(
    manifest.slice(manifest.indexOf("] = ") + 4).replace(/;\s*$/u, ""),
  );
  const entries = Object.entries(entryJSFiles).filter(([entry]) => !entry.endsWith("/not-found"));
  return [...new Set([...rootMainFiles, ...entries.flatMap(([, scripts]) => scripts)])];
}

function fontsOf(page: string): string[] {
  const { app }: { app: Record<string, string[]> } = JSON.parse(
    readFileSync(path.join(BUILD, "server/next-font-manifest.json"), "utf8"),
  );
  const layers = ["[project]/app/layout", `[project]/app/${page === "." ? "" : `${page}/`}page`];
  return [...new Set(layers.flatMap((layer) => app[layer] ?? []))];
}

function servedSize(name: string): number {
  const file = path.join(BUILD, name);
  return statSync(existsSync(`${file}.br`) ? `${file}.br` : file).size;
}

function sum(sizes: number[]): number {
  return sizes.reduce((total, size) => total + size, 0);
}
