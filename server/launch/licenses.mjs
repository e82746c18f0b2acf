import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** Its icons are in app/icons, and it is not installed with the program. */
const ICONS = "node_modules/@iconify-json/lucide";
const FONTS = "app/fonts";
const NAMES = /^(?:licen[cs]e|copying|notice)(?:[.-].*)?$/iu;

/**
 * The licenses of all that is in the program: of packages that it is built from, its icons and its fonts.
 * @returns {string}
 */
export function licenses() {
  const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8"));
  const used = Object.keys(packages).filter(
    (folder) => folder === ICONS || (folder !== "" && !packages[folder].dev && existsSync(folder)),
  );
  const sections = used.map((folder) => {
    const { version, license = "see its files" } = packages[folder];
    const name = folder.slice(folder.lastIndexOf("node_modules/") + "node_modules/".length);
    return [`${name} ${version} (${license})`, ...textsIn(folder, NAMES)].join("\n\n");
  });
  return `${[...sections, ...textsIn(FONTS, /-LICENSE\.txt$/u)].join(`\n\n${"-".repeat(80)}\n\n`)}\n`;
}

/**
 * @param {string} folder
 * @param {RegExp} names
 */
function textsIn(folder, names) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && names.test(entry.name))
    .map(({ name }) => readFileSync(path.join(folder, name), "utf8").trim());
}
