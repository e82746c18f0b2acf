import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const IMPORT = /(?:from|import\()\s*"#((?:debate|server|app)\/[^"]+)"/gu;
const files = ["debate", "server", "app"].flatMap((layer) =>
  readdirSync(layer, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/u.test(name))
    .map((name) => `${layer}/${name}`),
);
/** The activity in whose folder a file is; null outside of them. */
const activityOf = (file: string) => /^\w+\/activities\/([^/]+)\//u.exec(file)?.[1] ?? null;
const isRegistry = (file: string) => /^\w+\/activities\/[^/]+$/u.test(file);
const imports = files.flatMap((file) =>
  [...readFileSync(file, "utf8").matchAll(IMPORT)].map(([, imported = ""]) => ({ file, imported })),
);

describe("what an activity has in its folders", () => {
  test("is imported by the registries and by itself alone", () => {
    const wrong = imports.filter(({ file, imported }) => {
      const activity = activityOf(imported);
      return activity !== null && !isRegistry(file) && activityOf(file) !== activity;
    });
    expect(wrong).toEqual([]);
  });

  test("is named by the registries, so that nothing of it is forgotten", () => {
    for (const layer of ["debate", "server", "app"]) {
      const folders = readdirSync(`${layer}/activities`, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => name);
      const named = imports.filter(({ file }) => isRegistry(file) && file.startsWith(layer));
      expect(folders.filter((name) => !named.some(({ imported }) => activityOf(imported) === name))).toEqual(
        [],
      );
    }
  });
});
