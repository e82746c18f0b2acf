// `node server/launch/release-notes.mjs TAG`: prints what the changelog says of the version that a tag releases. [O44]
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

/**
 * @param {{ changelog: string, version: string, tag: string | undefined }} released
 * @returns {string}
 */
export function releaseNotes({ changelog, version, tag }) {
  if (tag !== `v${version}`)
    throw new Error(
      `The tag is ${tag ?? "missing"}, and package.json has version ${version}: tag v${version}.`,
    );
  const sections = new Map(
    changelog
      .split(/^## /mu)
      .slice(1)
      .map((section) => {
        const [heading = "", ...lines] = section.split("\n");
        return [heading.trim(), lines.join("\n").trim()];
      }),
  );
  if (sections.get("[Unreleased]"))
    throw new Error(`CHANGELOG.md still has changes under Unreleased: move them to version ${version}.`);
  const [heading, notes] = [...sections].find(([heading]) => heading.startsWith(`[${version}] - `)) ?? [];
  if (!heading || !/ - \d{4}-\d{2}-\d{2}$/u.test(heading) || !notes)
    throw new Error(
      `CHANGELOG.md lacks version ${version}: add "## [${version}] - " and the day, with its changes.`,
    );
  return notes;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  try {
    const { version } = JSON.parse(readFileSync("package.json", "utf8"));
    const changelog = readFileSync("CHANGELOG.md", "utf8");
    process.stdout.write(`${releaseNotes({ changelog, version, tag: process.argv[2] })}\n`);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.exit(1);
  }
}
