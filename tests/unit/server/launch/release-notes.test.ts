import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { releaseNotes } from "#server/launch/release-notes.mjs";

const changelog = (...sections: string[]) => `# Changelog\n\n${sections.join("\n")}`;
const NEW = "## [1.1.0] - 2027-01-31\n\n### Added\n\n- A clock.\n";
const OLD = "## [1.0.0] - 2026-12-02\n\n- The first release.\n";
const NOTHING = "## [Unreleased]\n";

test("[O44] the notes of a release are the changelog's section of its version", () => {
  const released = { changelog: changelog(NOTHING, NEW, OLD), version: "1.1.0", tag: "v1.1.0" };
  expect(releaseNotes(released)).toBe("### Added\n\n- A clock.");
});

test.each([
  ["a version that the changelog lacks", { changelog: changelog(NOTHING, OLD) }, /lacks version 1\.1\.0/u],
  ["a section without a day", { changelog: changelog(NEW.replace(" - 2027-01-31", ""), OLD) }, /the day/u],
  ["an empty section", { changelog: changelog("## [1.1.0] - 2027-01-31\n", OLD) }, /with its changes/u],
  [
    "changes that are still unreleased",
    { changelog: changelog(`${NOTHING}\n- A bell.\n`, NEW) },
    /move them/u,
  ],
  ["a tag of another version", { tag: "v1.1.1" }, /The tag is v1\.1\.1, and .*: tag v1\.1\.0\./u],
  ["no tag", { tag: undefined }, /The tag is missing/u],
])("[O44] a release is refused for %s", (_, given, reason) => {
  const released = { changelog: changelog(NOTHING, NEW, OLD), version: "1.1.0", tag: "v1.1.0", ...given };
  expect(() => releaseNotes(released)).toThrow(reason);
});

const FOLDER = ".github/workflows";
const workflows = readdirSync(FOLDER).map((name) => readFileSync(`${FOLDER}/${name}`, "utf8"));

test("[O44] workflows use only actions that are pinned by commit, one commit each", () => {
  const used = workflows.flatMap((text) =>
    [...text.matchAll(/uses: (.+)$/gmu)].map(([, action = ""]) => action),
  );
  const others = used.filter((action) => action !== "./.github/workflows/test.yml");
  for (const action of others) expect(action).toMatch(/^actions\/[\w-]+@[\da-f]{40} # v\d+\.\d+\.\d+$/u);
  const names = new Set(others.map((action) => action.split("@")[0]));
  expect(new Set(others).size).toBe(names.size);
});

test("[O44] only the job that publishes may write, after all tests, and it installs nothing", () => {
  const release = readFileSync(`${FOLDER}/release.yml`, "utf8");
  const [before = "", publish = ""] = release.split("\n  publish:\n");
  expect(before).toMatch(/^permissions:\n {2}contents: read$/mu);
  expect(before).not.toMatch(/: write/u);
  expect(publish).toMatch(/^ {4}needs: \[tests, build\]$/mu);
  expect(publish).not.toMatch(/npm (?:ci|install|run)|npx/u);
  for (const text of workflows) expect(text).not.toMatch(/pull_request_target|\$\{\{ *github\.event/u);
});
