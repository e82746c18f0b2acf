// Builds pages and server for production, unless the last build had the same sources.

import { fork } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, gzip } from "node:zlib";
import { build } from "esbuild";
import { noteBuild } from "./release.mjs";

const SERVER = "dist/server.js";
/** The programs of `dist`. */
const PROGRAMS = {
  server: "server/index.ts",
  pages: "server/pages/next-child.ts",
  capacity: "server/capacity/command.ts",
  check: "server/launch/check.ts",
  power: "server/launch/power.ts",
};
/** @type {import("esbuild").BuildOptions} */
export const NODE = { bundle: true, platform: "node", format: "esm", target: "node20", logLevel: "warning" };
/** What a bundle needs where packages with `require` are in it. */
export const REQUIRE = `import { createRequire as createRequireHere } from "node:module";
const require = createRequireHere(import.meta.url);`;
const STAMP = "dist/built-from";
/** Follows from the models. */
const GENERATED = path.join("prisma", "generated");
const SOURCES = [
  "app",
  "debate",
  "server",
  "public",
  "prisma",
  "package.json",
  "package-lock.json",
  "next.config.js",
  "postcss.config.mjs",
];

export async function buildWhereStale() {
  const sources = fingerprint();
  const isFresh =
    existsSync(SERVER) &&
    existsSync(".next/BUILD_ID") &&
    existsSync(STAMP) &&
    readFileSync(STAMP, "utf8") === sources;
  if (isFresh) return;
  process.stdout.write("Building Resolved, which takes about a minute...\n");
  await import("../../prisma/generate.mjs");
  await buildPages();
  const shrinking = shrink(".next/static");
  await bundlePrograms(path.dirname(SERVER), { packages: "external", sourcemap: true });
  await shrinking;
  noteBuild();
  writeFileSync(STAMP, sources);
}

/**
 * Bundles the programs of `dist`; the one that reads files with all its packages, since it may read no others. [U8]
 * @param {string} outdir
 * @param {import("esbuild").BuildOptions} options
 */
export async function bundlePrograms(outdir, options) {
  const shared = { ...NODE, outdir, ...options };
  const fileChild = { "file-child": "server/files/file-child.ts" };
  await Promise.all([
    build({ ...shared, entryPoints: PROGRAMS }),
    build({ ...shared, entryPoints: fileChild, packages: "bundle", banner: { js: REQUIRE } }),
  ]);
}

export async function buildPages() {
  const compiler = fork(fileURLToPath(new URL("next-build.mjs", import.meta.url)), {
    execArgv: [],
    silent: true,
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  });
  let output = "";
  for (const stream of [compiler.stdout, compiler.stderr])
    stream?.on("data", (part) => {
      output += part;
    });
  const [status] = await once(compiler, "close");
  if (status === 0) return;
  process.stderr.write(output);
  process.exit(status ?? 1);
}

function fingerprint() {
  const hash = createHash("sha256");
  for (const source of SOURCES) add(source, hash);
  return hash.digest("hex");
}

/**
 * @param {string} file
 * @param {import("node:crypto").Hash} hash
 */
function add(file, hash) {
  if (!existsSync(file) || file === GENERATED) return;
  let names;
  try {
    names = readdirSync(file);
  } catch {
    hash.update(file).update(readFileSync(file));
    return;
  }
  for (const name of names.sort()) add(path.join(file, name), hash);
}

const TEXT = /\.(?:js|css|svg|json|txt)$/u;
const [brotli, zip] = [promisify(brotliCompress), promisify(gzip)];
/** @type {Record<string, (text: Buffer) => Promise<Buffer>>} */
const WAYS = { br: (text) => brotli(text), gz: (text) => zip(text, { level: 9 }) };

/**
 * The compressors run on threads of their own, so on all cores.
 * @param {string} folder
 */
async function shrink(folder) {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => TEXT.test(name));
  await Promise.all(
    names.map(async (name) => {
      const file = path.join(folder, name);
      const whole = await readFile(file);
      for (const [ending, smaller] of Object.entries(WAYS)) {
        const small = await smaller(whole);
        if (small.length < whole.length) await writeFile(`${file}.${ending}`, small);
      }
    }),
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildWhereStale();
