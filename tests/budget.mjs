// `npm run budget`: how many bytes of script and fonts each page of the last build loads first, compressed as they are
// served, and in how many files. Fails where a page is over its budget; the step `build` runs it, too.
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const BUILD = fileURLToPath(new URL("../.next", import.meta.url));
const MANIFEST = "page_client-reference-manifest.js";
const APP = path.join(BUILD, "server/app");

/**
 * The most bytes of script that a page may load first: readable within two seconds on a slow phone. React, Next and the layout take
 * 119 KB of each. Scripts that follow, such as Socket.IO, are not in it.
 * @type {Record<string, number>}
 */
const SCRIPT = {
  // 170 KB of 1,024 bytes.
  "s/[code]": 174_080,
  "host/[code]": 230_000,
  // 128.9 KB of 1,024 bytes, of 130.
  "screen/[code]": 132_000,
  "results/[code]": 150_000,
};
/** The most bytes of fonts that any page may preload. */
const FONTS = 60_000;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const pages = readdirSync(APP, { recursive: true, encoding: "utf8" })
    .filter((file) => path.basename(file) === MANIFEST && !file.startsWith("_"))
    .map((file) => path.dirname(file).replaceAll("\\", "/"));
  const rows = pages.map((page) => {
    const scripts = scriptsOf(page).map(servedSize);
    return { page, scripts: scripts.length, bytes: sum(scripts), fonts: sum(fontsOf(page).map(servedSize)) };
  });
  const say = (/** @type {string[]} */ ...cells) =>
    process.stdout.write(`${cells.map((cell) => cell.padStart(9)).join("")}\n`);
  say("script", "budget", "files", "fonts", "  page");
  for (const { page, scripts, bytes, fonts } of rows.sort((one, other) => other.bytes - one.bytes))
    say(`${bytes}`, `${SCRIPT[page] ?? ""}`, `${scripts}`, `${fonts}`, `  /${page === "." ? "" : page}`);
  const over = [
    ...rows.flatMap(({ page, bytes }) =>
      bytes > (SCRIPT[page] ?? Number.POSITIVE_INFINITY) ? [`/${page} loads ${bytes} bytes of script`] : [],
    ),
    ...rows.flatMap(({ page, fonts }) =>
      fonts > FONTS || fonts === 0 ? [`/${page} preloads ${fonts} bytes of fonts`] : [],
    ),
    ...Object.keys(SCRIPT).flatMap((page) =>
      pages.includes(page) ? [] : [`/${page} has a budget and is gone`],
    ),
  ];
  for (const each of over) process.stderr.write(`Over budget: ${each}\n`);
  process.exit(over.length > 0 ? 1 : 0);
}

/**
 * The scripts that a page such as "results/[code]" loads first.
 * @param {string} page
 */
function scriptsOf(page) {
  const { rootMainFiles } = JSON.parse(readFileSync(path.join(BUILD, "build-manifest.json"), "utf8"));
  const manifest = readFileSync(path.join(APP, page, MANIFEST), "utf8");
  /** @type {{ entryJSFiles: Record<string, string[]> }} */
  const { entryJSFiles } = JSON.parse(manifest.slice(manifest.indexOf("] = ") + 4).replace(/;\s*$/u, ""));
  const entries = Object.entries(entryJSFiles).filter(([entry]) => !entry.endsWith("/not-found"));
  return [...new Set([...rootMainFiles, ...entries.flatMap(([, scripts]) => scripts)])];
}

/** @param {string} page */
function fontsOf(page) {
  /** @type {{ app: Record<string, string[]> }} */
  const { app } = JSON.parse(readFileSync(path.join(BUILD, "server/next-font-manifest.json"), "utf8"));
  const layers = ["[project]/app/layout", `[project]/app/${page === "." ? "" : `${page}/`}page`];
  return [...new Set(layers.flatMap((layer) => app[layer] ?? []))];
}

/** @param {string} name */
function servedSize(name) {
  const file = path.join(BUILD, name);
  return statSync(existsSync(`${file}.br`) ? `${file}.br` : file).size;
}

/** @param {number[]} sizes */
function sum(sizes) {
  return sizes.reduce((total, size) => total + size, 0);
}
