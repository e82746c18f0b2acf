import { ask, type Failure } from "#app/shared/ask.ts";
import type { Debate } from "#debate/content/debate.ts";
import { FILE_BYTES, FILE_FAULTS, type FileFault, type FileText } from "#debate/content/file-remarks.ts";

/** Why a file was not read: its fault, or why the server could not be reached. */
export type Refused =
  | { why: FileFault | "several" | "wrong-address"; name: string }
  | { code: Failure; name: string };
export type FileRead = { ok: true; file: FileText } | { ok: false; refused: Refused };

/** Longer than the server takes for the slowest file, and for 20 MB on a slow line. */
const WAIT = 90_000;

/** [U1] Has the server read a file. A file that is too large is refused before it is sent. */
export async function textOf(file: File, cancelled: AbortSignal): Promise<FileRead> {
  const { name } = file;
  if (file.size > FILE_BYTES) return { ok: false, refused: { why: "file-too-large", name } };
  return readBy("/api/debates/import/preview", formOf(file), { name, cancelled });
}

/** [D46] Has the server read a file on another server. */
export async function textAt(address: string, cancelled: AbortSignal): Promise<FileRead> {
  const read = await readBy("/api/debates/import/address", { address }, { name: address, cancelled });
  if (read.ok || "why" in read.refused || read.refused.code !== "malformed") return read;
  return { ok: false, refused: { why: "wrong-address", name: address } };
}

async function readBy(
  path: string,
  body: FormData | object,
  { name, cancelled }: { name: string; cancelled: AbortSignal },
): Promise<FileRead> {
  const ends = new AbortController();
  const end = () => ends.abort();
  const timer = setTimeout(end, WAIT);
  cancelled.addEventListener("abort", end);
  if (cancelled.aborted) end();
  const reply = await ask<FileText>("POST", path, body, { signal: ends.signal });
  clearTimeout(timer);
  cancelled.removeEventListener("abort", end);
  if (reply.ok) return { ok: true, file: reply.value };
  const why = faultIn(reply.answer);
  return { ok: false, refused: why ? { why, name } : { code: reply.code, name } };
}

/** [D31] Imports exported debates, under an id that this page made [D11]. As a file: a series may be too long for JSON [U8]. */
export const importExported = (text: string, id: string, by: string) =>
  ask<{ debate: Debate }>("POST", `/api/debates/import?id=${id}`, formOf(new File([text], "debates.txt")), {
    by,
    signal: AbortSignal.timeout(WAIT),
  });

/** [U11] Keeps a file with a debate. */
export const keepFile = (debateId: string, file: File, by: string) =>
  ask("PUT", `/api/debates/${debateId}/source`, formOf(file), { by, signal: AbortSignal.timeout(WAIT) });

/** [L21] The MB that an instructor's files may have, where an answer says that they would have more. */
export function filesLimitIn(answer: unknown): number | null {
  const { error } = (answer ?? {}) as { error?: { fields?: { code?: unknown; megabytes?: number }[] } };
  const [field] = error?.fields ?? [];
  return field?.code === "files-full" ? (field.megabytes ?? null) : null;
}

function formOf(file: File): FormData {
  const form = new FormData();
  form.set("file", file);
  return form;
}

function faultIn(answer: unknown): FileFault | undefined {
  const { error } = (answer ?? {}) as { error?: { fields?: { code?: unknown }[] } };
  return FILE_FAULTS.find((fault) => error?.fields?.[0]?.code === fault);
}
