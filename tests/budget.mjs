// `npm run budget`: how many bytes of script each page loads first, compressed as they are served, from the last build.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";

const BUILD = fileURLToPath(new URL("../.next", import.meta.url));
const MANIFEST = "page_client-reference-manifest.js";
const APP = path.join(BUILD, "server/app");

/** The most that the results page may load, in bytes: readable within two seconds on a slow phone. */
export const RESULTS_BUDGET = 150_000;

/**
 * Bytes of script of a page, such as "results/[code]".
 * @param {string} page
 */
export function scriptBytes(page) {
  const { rootMainFiles } = JSON.parse(readFileSync(path.join(BUILD, "build-manifest.json"), "utf8"));
  const manifest = readFileSync(path.join(APP, page, MANIFEST), "utf8");
  /** @type {{ entryJSFiles: Record<string, string[]> }} */
  const { entryJSFiles } = JSON.parse(manifest.slice(manifest.indexOf("] = ") + 4).replace(/;\s*$/u, ""));
  const entries = Object.entries(entryJSFiles).filter(([entry]) => !entry.endsWith("/not-found"));
  const files = new Set([...rootMainFiles, ...entries.flatMap(([, scripts]) => scripts)]);
  return [...files].reduce(
    (sum, file) => sum + brotliCompressSync(readFileSync(path.join(BUILD, file))).length,
    0,
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const pages = readdirSync(APP, { recursive: true, encoding: "utf8" })
    .filter((file) => path.basename(file) === MANIFEST && !file.startsWith("_"))
    .map((file) => path.dirname(file));
  const rows = pages.map((page) => ({ page, bytes: scriptBytes(page) }));
  for (const { page, bytes } of rows.sort((one, other) => other.bytes - one.bytes))
    process.stdout.write(`${String(bytes).padStart(8)}  /${page === "." ? "" : page}\n`);
  process.stdout.write(`\nThe results page may load ${RESULTS_BUDGET} bytes.\n`);
}
