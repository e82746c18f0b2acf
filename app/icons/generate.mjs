// `npm run generate`: writes icons.ts with those Lucide icons that screens import, so that the other 1,600 are not installed
// with the program. An icon is used by importing its name from #app/icons/icons.ts and generating again.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";

const FILE = "app/icons/icons.ts";
/** Attributes that each icon has once, on its svg element. */
const SHARED =
  / (?:fill="none"|stroke="currentColor"|stroke-linecap="round"|stroke-linejoin="round"|stroke-width="2")/gu;

/** The names that the screens import. */
export function importedIcons() {
  const imports = /import (?:type )?\{([^}]+)\} from "#app\/icons\/icons\.ts"/gu;
  const names = readdirSync("app", { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".tsx"))
    .flatMap((file) =>
      [...readFileSync(`app/${file}`, "utf8").matchAll(imports)].flatMap(([, list = ""]) =>
        list
          .split(",")
          .map((name) => name.trim().replace(/ as .*/u, ""))
          .filter((name) => name !== "" && !name.startsWith("type ") && name !== "Icon"),
      ),
    );
  return [...new Set(names)].sort();
}

/**
 * The whole of icons.ts for these names.
 * @param {string[]} names
 */
export function iconSource(names) {
  const { icons, aliases } = createRequire(import.meta.url)("@iconify-json/lucide/icons.json");
  const lines = names.map((name) => {
    const key = name.replace(/(?<=[a-z])(?=[A-Z\d])|(?<=\d)(?=[A-Z])/gu, "-").toLowerCase();
    const icon = icons[key] ?? icons[aliases[key]?.parent];
    if (!icon) throw new Error(`Lucide has no icon "${key}", which ${name} stands for.`);
    return `export const ${name} = /* @__PURE__ */ icon(${JSON.stringify(shapesOf(icon.body))});`;
  });
  return `${HEAD}\n${lines.join("\n")}\n`;
}

const HEAD = `// Written by app/icons/generate.mjs: run \`npm run generate\`. Icons by Lucide (https://lucide.dev), ISC License.
import { icon } from "#app/icons/make-icon.tsx";

export type { Icon } from "#app/icons/make-icon.tsx";
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

if (process.argv[1] === import.meta.filename) writeFileSync(FILE, iconSource(importedIcons()));
