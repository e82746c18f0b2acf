import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

test("every link between the papers leads to a file, and to a heading that it has", () => {
  const papers = execFileSync("git", ["ls-files", "*.md"], { encoding: "utf8" }).trim().split("\n");
  const broken = papers.flatMap((paper) =>
    [...readFileSync(paper, "utf8").matchAll(/\]\(([^)\s:]+)\)/gu)]
      .map(([, link = ""]) => link)
      .filter((link) => !leads(paper, link))
      .map((link) => `${paper}: ${link}`),
  );
  expect(papers.length).toBeGreaterThan(70);
  expect(broken).toEqual([]);
});

function leads(paper: string, link: string): boolean {
  const [file = "", anchor] = link.split("#");
  const target = file === "" ? paper : path.join(path.dirname(paper), file);
  if (!existsSync(target)) return false;
  if (anchor === undefined) return true;
  const headings = readFileSync(target, "utf8").matchAll(/^#+ (.+)$/gmu);
  return [...headings].some(([, heading = ""]) => anchorOf(heading) === anchor);
}

/** As GitHub makes it from a heading. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
    .replaceAll(" ", "-");
}
