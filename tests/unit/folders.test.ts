import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";

const IMPORT = /(?:from|import\(|import)\s*"#((?:server|app)\/[^"]+)"/gu;
const files = ["server", "app"].flatMap((side) =>
  readdirSync(side, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(?:tsx?|mjs)$/u.test(name))
    .map((name) => `${side}/${name}`),
);

/** The two folders, side by side in one, that an import goes between; null where one of the files lies beside the other's folder. */
function between(file: string, imported: string): { from: string; to: string } | null {
  const [ours, theirs] = [file.split("/"), imported.split("/")];
  const depth = ours.findIndex((part, index) => part !== theirs[index]);
  if (depth < 1 || depth >= Math.min(ours.length, theirs.length) - 1) return null;
  return { from: ours.slice(0, depth + 1).join("/"), to: theirs.slice(0, depth + 1).join("/") };
}

// The core asks the registries of activities, and these use the core. The folders of one role's screens are not looked at.
const isWatched = (folder: string) =>
  !folder.endsWith("/activities") && (folder.startsWith("server/") || folder.split("/").length === 2);

test("no two folders of server/, nor two of the first level of app/, import each other", () => {
  const edges = files.flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(IMPORT)].flatMap(([, imported = ""]) => {
      const edge = between(file, imported);
      return edge && isWatched(edge.from) && isWatched(edge.to) ? [{ ...edge, file, imported }] : [];
    }),
  );
  expect(edges.length).toBeGreaterThan(0);
  expect(
    edges.filter(({ from, to }) => edges.some((other) => other.from === to && other.to === from)),
  ).toEqual([]);
});

/** Next.js gives these names to each page. Each activity has the same ones in its folder. */
const OF_PAGES = new Set(["page.tsx", "layout.tsx", "not-found.tsx", "loading.tsx"]);

test.each(["app", "server", "debate"])("in %s/ no two files have one name", (side) => {
  const names = readdirSync(side, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:tsx?|mjs)$/u.test(entry.name) && !OF_PAGES.has(entry.name))
    .map(({ name, parentPath }) => ({ name, file: path.join(parentPath, name) }))
    .filter(({ file }) => !file.includes("/activities/"));
  expect(names.length).toBeGreaterThan(0);
  const twice = names.filter(({ name }) => names.filter((other) => other.name === name).length > 1);
  expect(twice.map(({ file }) => file)).toEqual([]);
});

const IMPORT_OF_LAYERS = /(?:from|import\()\s*"#((?:debate|server|app)\/[^"]+)"/gu;
const LAYER_FILES = ["debate", "server", "app"].flatMap((layer) =>
  readdirSync(layer, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/u.test(name))
    .map((name) => `${layer}/${name}`),
);
/** The activity in whose folder a file is; null outside of them. */
const activityOf = (file: string) => /^\w+\/activities\/([^/]+)\//u.exec(file)?.[1] ?? null;
const isRegistry = (file: string) => /^\w+\/activities\/[^/]+$/u.test(file);
const IMPORTS = LAYER_FILES.flatMap((file) =>
  [...readFileSync(file, "utf8").matchAll(IMPORT_OF_LAYERS)].map(([, imported = ""]) => ({ file, imported })),
);

describe("what an activity has in its folders", () => {
  test("is imported by the registries and by itself alone", () => {
    const wrong = IMPORTS.filter(({ file, imported }) => {
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
      const named = IMPORTS.filter(({ file }) => isRegistry(file) && file.startsWith(layer));
      expect(folders.filter((name) => !named.some(({ imported }) => activityOf(imported) === name))).toEqual(
        [],
      );
    }
  });
});
