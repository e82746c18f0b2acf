// Prints what the program in this folder is made of, as CycloneDX, with what the named file lists. `npm sbom --omit=dev` leaves out also
// what a development dependency shares with the program, such as React.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/**
 * @typedef {{ "bom-ref": string, name: string, scope?: string }} Component
 * @typedef {{ ref: string, dependsOn: string[] }} Dependency
 * @typedef {{ metadata: { component: Component }, components: Component[], dependencies: Dependency[] }} Sbom
 */

const parameters = ["sbom", "--sbom-format=cyclonedx", "--sbom-type=application"];
/** @type {Sbom} */
const here = JSON.parse(execFileSync("npm", parameters, { encoding: "utf8", maxBuffer: 2 ** 26 }));
here.metadata.component.name = "resolved"; // npm takes the folder's name
here.components = here.components.filter(({ scope }) => scope !== "optional");
/** @type {Sbom[]} */
const named = process.argv.slice(2).map((file) => JSON.parse(readFileSync(file, "utf8")));
const all = [...named, here];
const components = new Map(
  all.flatMap((each) => each.components).map((component) => [component["bom-ref"], component]),
);
const references = new Set([...components.keys(), ...all.map((each) => each.metadata.component["bom-ref"])]);
const dependencies = new Map(
  all
    .flatMap((each) => each.dependencies)
    .filter(({ ref }) => references.has(ref))
    .map(({ ref, dependsOn }) => [ref, dependsOn.filter((each) => references.has(each))]),
);
const sbom = {
  ...all[0],
  components: [...components.values()],
  dependencies: Array.from(dependencies, ([ref, dependsOn]) => ({ ref, dependsOn })),
};
process.stdout.write(`${JSON.stringify(sbom, null, 2)}\n`);
