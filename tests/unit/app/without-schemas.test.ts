import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";
import { expect, test } from "vitest";

/** Where an instructor writes a debate or opens a session, what was typed is checked before it is sent. */
const CHECKS_WHAT_IS_TYPED = "app/instructor/";

const clientFiles = readdirSync("app", { recursive: true, encoding: "utf8" })
  .map((file) => path.posix.join("app", file.replaceAll("\\", "/")))
  .filter((file) => file.endsWith(".tsx") && readFileSync(file, "utf8").startsWith('"use client"'));
const importsOf = async (entryPoints: string[]) => {
  const { metafile } = await build({
    ...{ entryPoints, outdir: "unwritten", bundle: true, write: false, metafile: true, logLevel: "error" },
    // What pages share is written once.
    ...{ packages: "external", format: "esm", jsx: "automatic", splitting: true },
  });
  return Object.entries(metafile.inputs);
};

test("only the instructor's pages load schemas, and the library that checks them", async () => {
  const pages = clientFiles.filter((file) => !file.startsWith(CHECKS_WHAT_IS_TYPED));
  expect(pages.length).toBeGreaterThan(100);
  const loading = (await importsOf(pages))
    .filter(([, { imports }]) => imports.some((each) => /^zod(?:\/|$)/.test(each.path)))
    .map(([file]) => file);
  expect(loading).toEqual([]);
});

test("schemas in pages are checked without compiling code, which the pages' policy forbids", async () => {
  const files = await importsOf(clientFiles.filter((file) => file.startsWith(CHECKS_WHAT_IS_TYPED)));
  const withSchemas = new Set(
    files.flatMap(([file, { imports }]) =>
      file.startsWith("debate/") && imports.some((each) => each.path === "zod") ? [file] : [],
    ),
  );
  expect(withSchemas.size).toBeGreaterThan(0);
  for (const [file, { imports }] of files)
    if (file.startsWith("app/") && imports.some((each) => withSchemas.has(each.path)))
      expect(imports[0]?.path, file).toBe("app/instructor/zod-jitless.ts");
});
