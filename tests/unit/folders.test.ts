import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

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
