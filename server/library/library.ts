import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Debate } from "#debate/content/debate.ts";
import { readMarkdown } from "#debate/content/debate-markdown-reader.ts";

/** From the program's folder, in which it runs. */
const FOLDER = "library";

/** [D37] The debates that every installation starts with: the files `library/<id>/debate.md`, as an instructor's own are read. */
export function readLibrary(): Debate[] {
  return readdirSync(FOLDER, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .toSorted()
    .map(readOne);
}

/** [D41] Throws, with what is wrong, where a file is no debate: the program does not start with half a library. */
function readOne(id: string): Debate {
  const file = path.join(FOLDER, id, "debate.md");
  const read = readMarkdown(readFileSync(file, "utf8"));
  const [draft, another] = read?.ok ? read.drafts : [];
  if (draft && !another) return { id, ...draft };
  throw new Error(
    `${file} is no debate: ${JSON.stringify(read?.ok === false ? read.missing : "no front matter")}`,
  );
}
