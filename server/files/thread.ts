import { parentPort } from "node:worker_threads";
import { readImported } from "#debate/content/imported.ts";
import { readFile } from "#server/files/read-file.ts";

/** What the thread is given, and what it answers with: the file's text, and what that was read as. */
export type ThreadInput = { bytes: Uint8Array; name: string };
export type ThreadAnswer = Awaited<ReturnType<typeof answer>>;

async function answer({ bytes, name }: ThreadInput) {
  const file = await readFile(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), name);
  return file.ok ? { ...file, reading: readImported(file.text, file.marked) } : file;
}

parentPort?.once("message", (given: ThreadInput) => {
  void answer(given).then((answered) => parentPort?.postMessage(answered));
});
