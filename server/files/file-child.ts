// The process that reads one file.
import { type GivenList, readList } from "#server/files/class-lists.ts";
import { debatesIn, typedText } from "#server/files/file-debates.ts";
import { readFile } from "#server/files/read-file.ts";

export type GivenFile = { bytes: Uint8Array; name: string } | { text: string };
export type FileRead = Awaited<ReturnType<typeof answer>>;

async function answer(given: GivenFile) {
  if ("text" in given) return debatesIn(typedText(given.text));
  const { bytes, name } = given;
  const file = await readFile(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), name);
  if (!file.ok) return file;
  const { ok: _, ...text } = file;
  return debatesIn(text);
}

process.once("message", (given: GivenFile | GivenList) => {
  const read = "choices" in given ? readList(given) : answer(given);
  void Promise.resolve(read).then((answered) => process.send?.(answered));
});
