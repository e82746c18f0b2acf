// `npm run icons`: writes icons.ts with those Lucide icons that screens import, so that the other 1,600 are not installed
// with the program. An icon is used by importing its name from #app/icons/icons.ts and generating again. A page loads all icons of a
// file, so those that the projector draws are in a file of their own, wall-icons.ts.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";

const FILES = ["icons", "wall-icons"];
/** Attributes that each icon has once, on its svg element. */
const SHARED =
  / (?:fill="none"|stroke="currentColor"|stroke-linecap="round"|stroke-linejoin="round"|stroke-width="2")/gu;

/**
 * The names that the screens import from one of the files.
 * @param {string} file
 */
function importedIcons(file) {
  const imports = new RegExp(`import \\{([^}]+)\\} from "#app/icons/${file}\\.ts"`, "gu");
  const names = readdirSync("app", { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".tsx"))
    .flatMap((name) =>
      [...readFileSync(`app/${name}`, "utf8").matchAll(imports)].flatMap(([, list = ""]) =>
        list
          .split(",")
          .map((name) => name.trim().replace(/ as .*/u, ""))
          .filter((name) => name !== ""),
      ),
    );
  return [...new Set(names)].sort();
}

/**
 * The whole of a file with these icons.
 * @param {string[]} names
 */
function iconSource(names) {
  const { icons, aliases } = createRequire(import.meta.url)("@iconify-json/lucide/icons.json");
  const lines = names.map((name) => {
    const key = name.replace(/(?<=[a-z])(?=[A-Z\d])|(?<=\d)(?=[A-Z])/gu, "-").toLowerCase();
    const icon = icons[key] ?? icons[aliases[key]?.parent];
    if (!icon) throw new Error(`Lucide has no icon "${key}", which ${name} stands for.`);
    return `export const ${name} = /* @__PURE__ */ icon(${JSON.stringify(shapesOf(icon.body))});`;
  });
  return `${HEAD}\n${lines.join("\n")}\n`;
}

const HEAD = `// Written by app/icons/generate.mjs: run \`npm run icons\`. Icons by Lucide (https://lucide.dev), ISC License.
import { icon } from "#app/icons/make-icon.tsx";
`;

/**
 * An icon's shapes as [element, attributes].
 * @param {string} body
 */
function shapesOf(body) {
  return [
    ...body.replace(SHARED, "").matchAll(/<(path|circle|rect|line|ellipse|polyline|polygon)([^>]*?)\/>/gu),
  ].map(([, element, attributes]) => [
    element,
    Object.fromEntries(
      [...(attributes ?? "").matchAll(/([\w-]+)="([^"]*)"/gu)].map(([, name, value]) => [name, value]),
    ),
  ]);
}

for (const file of FILES) writeFileSync(`app/icons/${file}.ts`, iconSource(importedIcons(file)));
