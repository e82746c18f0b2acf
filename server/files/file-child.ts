// The process that reads one file.
import { asTyped, readingOf } from "#server/files/read-as.ts";
import { readFile } from "#server/files/read-file.ts";

/** What it is given, a file or a pasted text, and what it answers with: its text, and what that was read as. */
export type GivenFile = { bytes: Uint8Array; name: string } | { text: string };
export type FileRead = Awaited<ReturnType<typeof answer>>;

async function answer(given: GivenFile) {
  if ("text" in given) return readingOf(asTyped(given.text));
  const { bytes, name } = given;
  const file = await readFile(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), name);
  if (!file.ok) return file;
  const { ok: _, ...text } = file;
  return readingOf(text);
}

process.once("message", (given: GivenFile) => {
  void answer(given).then((answered) => process.send?.(answered));
});
