import { parentPort } from "node:worker_threads";
import { saysDebateFile } from "#debate/content/debate-file.ts";
import { readImported } from "#debate/content/imported.ts";
import { readFile } from "#server/files/read-file.ts";

/** What the thread is given, and what it answers with: the file's text, and what that was read as. */
export type ThreadInput = { bytes: Uint8Array; name: string };
export type ThreadAnswer = Awaited<ReturnType<typeof answer>>;

async function answer({ bytes, name }: ThreadInput) {
  const file = await readFile(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), name);
  if (!file.ok) return file;
  // [D31] Exported debates are read as such, by who asked.
  const words = saysDebateFile(file.text) ? "" : file.text;
  return { ...file, reading: readImported(words, file.marked) };
}

parentPort?.once("message", (given: ThreadInput) => {
  void answer(given).then((answered) => parentPort?.postMessage(answered));
});
