// `npm run package`: the program as a package that installs the command `resolved`.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { buildWhereStale, bundlePrograms, NODE, REQUIRE } from "./build.mjs";
import { licenses } from "./licenses.mjs";
import { enterProgram } from "./program.mjs";

/** `resolved` is taken in npm's registry; the command is `resolved` in any case. (docs/decisions/0071) */
const NAME = "resolved-debate";
const FOLDER = "dist/package";
/** Packages that load files of their own at run time; all others are in the bundles. React is what Next asks for. */
const PACKAGES = ["better-sqlite3", "next", "react", "react-dom"];
const COPIED = [
  "dist/release.json",
  "LICENSE",
  "README.md",
  "docs/configuration.md",
  "docs/operations.md",
  "docs/read.R",
  "docs/recount.py",
  "library",
  "next.config.js",
  "prisma/migrations",
  "public",
  "server/files/cmaps",
  "server/files/watchdog.mjs",
  "server/launch/commands.mjs",
  "server/launch/native.mjs",
  "server/launch/node-version.mjs",
  "server/launch/program.mjs",
  "server/launch/release.mjs",
  "server/launch/resolved.mjs",
  "server/launch/start.mjs",
  "server/platform/data-folder.mjs",
];
/** What only a build, an editor or a profiler reads, and maps to the sources. */
const OF_BUILDS =
  /^\.next\/(?:build|cache|diagnostics|trace|trace-build|turbopack|types|required-server-files\.js)(?:\/|$)|\.(?:map|nft\.json)$/u;
/** It names the folder of the build, which no running server needs. */
const NAMES_FOLDER = ".next/required-server-files.json";
/** Commands, and the thread that writes: each stays in its place, where the program looks for it. */
const SCRIPTS = [
  ...["backup", "capacity", "check", "demo", "move", "power", "reset-password", "restore"].map(
    (name) => `server/launch/${name}.mjs`,
  ),
  "server/store/sqlite/writer.mjs",
];

/** Makes the package; answers with the name of its file. */
export async function makePackage(target = ".") {
  await buildWhereStale();
  rmSync(FOLDER, { recursive: true, force: true });
  for (const file of COPIED) cpSync(file, path.join(FOLDER, file), { recursive: true });
  const filter = (/** @type {string} */ file) => !OF_BUILDS.test(file.split(path.sep).join("/"));
  cpSync(".next", path.join(FOLDER, ".next"), { recursive: true, filter });
  const named = readFileSync(NAMES_FOLDER, "utf8").replaceAll(
    JSON.stringify(process.cwd()).slice(1, -1),
    ".",
  );
  writeFileSync(path.join(FOLDER, NAMES_FOLDER), named);
  await bundle();
  writeFileSync(path.join(FOLDER, "third-party-licenses.txt"), licenses());
  writeFileSync(path.join(FOLDER, "package.json"), `${JSON.stringify(manifest(), null, 2)}\n`);
  return pack(target);
}

/** Programs and commands, with the packages that they use. */
async function bundle() {
  /** @type {import("esbuild").BuildOptions} */
  const shared = {
    packages: "bundle",
    external: [...PACKAGES, "pg-native", "*/build.mjs"],
    banner: { js: REQUIRE },
    // A start reads less. Names stay, for the log.
    minifyWhitespace: true,
    minifySyntax: true,
  };
  await bundlePrograms(path.join(FOLDER, "dist"), { ...shared, splitting: true });
  await build({
    ...NODE,
    ...shared,
    entryPoints: SCRIPTS,
    outbase: ".",
    outdir: FOLDER,
    outExtension: { ".js": ".mjs" },
  });
}

/** package.json of the package: what runs, with the versions that were tested. */
function manifest() {
  const { version, description, license, engines } = JSON.parse(readFileSync("package.json", "utf8"));
  // npm compares it with where a published package says that it was built.
  const { GITHUB_REPOSITORY: repository } = process.env;
  const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8"));
  return {
    name: NAME,
    version,
    description,
    license,
    ...(repository && { repository: { type: "git", url: `git+https://github.com/${repository}.git` } }),
    type: "module",
    bin: { resolved: "server/launch/resolved.mjs" },
    engines,
    dependencies: Object.fromEntries(
      PACKAGES.map((name) => [name, packages[`node_modules/${name}`].version]),
    ),
  };
}

/** @param {string} target */
function pack(target) {
  mkdirSync(target, { recursive: true });
  const { version } = JSON.parse(readFileSync(path.join(FOLDER, "package.json"), "utf8"));
  const packed = spawnSync("npm", ["pack", "--silent", "--ignore-scripts"], {
    cwd: FOLDER,
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  if (packed.status !== 0) throw new Error(packed.stderr);
  const file = path.join(target, `resolved-${version}.tgz`);
  renameSync(path.join(FOLDER, packed.stdout.trim()), file);
  return file;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  enterProgram();
  process.stdout.write(`${await makePackage()}\n`);
}
