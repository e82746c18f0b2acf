import { readdirSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

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
