import { z } from "zod";
import { type Debate, DebateDraft } from "#debate/content/debate.ts";
import type { Missing } from "#debate/content/newsletter-remarks.ts";
import { listOf } from "#debate/rules/at-most.ts";

/** What says that a file holds debates, in its first lines. */
export const FILE_FORMAT = "resolved-debate";
/** Grows when a file holds something that earlier versions of the program don't know. */
const FILE_VERSIONS = [1, 2] as const;
type FileVersion = (typeof FILE_VERSIONS)[number];
/** The most debates of one file. */
export const FILE_DEBATES = 200;

/** [D29] One debate, or the debates of a series, as a JSON file. `docs/debate-file.schema.json` is made from it. */
export const DebateFile = z.strictObject({
  format: z.literal(FILE_FORMAT),
  version: z.literal(FILE_VERSIONS),
  debates: listOf(DebateDraft, FILE_DEBATES, 1),
});

/** [D47] The second version has pictures; files without any stay of the first, which every release reads. */
export const versionOfFile = (debates: readonly Pick<Debate, "positions">[]): FileVersion =>
  debates.some(({ positions }) => positions.some(({ picture }) => picture)) ? 2 : 1;

export const isKnownVersion = (version: unknown): version is FileVersion =>
  FILE_VERSIONS.some((each) => each === version);

type NotRead = { ok: false; missing: Missing[] };
export type FileReading = { ok: true; drafts: DebateDraft[] } | NotRead;

/** [D29] Everything but the ids, which belong to the server that stores the debates. */
export function debateFile(debates: readonly Debate[]): z.input<typeof DebateFile> {
  return {
    format: FILE_FORMAT,
    version: versionOfFile(debates),
    debates: debates.map(({ id: _, ...draft }) => draft),
  };
}

/** [D31] Reads such a file; null if the text is none. */
export function readDebateFile(text: string): FileReading | null {
  if (!saysDebateFile(text)) return null;
  let json: { version?: unknown };
  try {
    json = JSON.parse(withoutMark(text));
  } catch {
    return { ok: false, missing: [{ code: "broken-file", line: "empty" }] };
  }
  if (!isKnownVersion(json.version)) return { ok: false, missing: [{ code: "newer-file" }] };
  const file = DebateFile.safeParse(json);
  return file.success ? { ok: true, drafts: file.data.debates } : notFitting(file.error);
}

const withoutMark = (text: string) => text.slice(text.startsWith("\ufeff") ? 1 : 0).trimStart();

/** Whether a text says that it is such a file. */
export function saysDebateFile(text: string): boolean {
  const start = withoutMark(text.slice(0, 2_000));
  return start.startsWith("{") && start.slice(0, 1_000).includes(`"${FILE_FORMAT}"`);
}

/** [D31] A debate of a file, or the fields that don't fit. */
export function checkedDebate(debate: unknown): FileReading {
  const parsed = DebateDraft.safeParse(debate);
  return parsed.success ? { ok: true, drafts: [parsed.data] } : notFitting(parsed.error);
}

function notFitting({ issues }: z.ZodError): NotRead {
  const fields = issues.map((issue) =>
    [...issue.path, ...(issue.code === "unrecognized_keys" ? issue.keys : [])].join("."),
  );
  return {
    ok: false,
    missing: [...new Set(fields)].slice(0, 20).map((field) => ({ code: "does-not-fit", field })),
  };
}
