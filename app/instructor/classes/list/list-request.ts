import { ask, type Failure } from "#app/shared/ask.ts";
import { FILE_BYTES } from "#debate/content/file-remarks.ts";
import type { ListPreview } from "#debate/protocol/answers/class-answers.ts";
import { type ColumnUse, LIST_FAULTS, type ListFault } from "#debate/rules/classes.ts";

/** A list as pasted, or as a file. */
export type Source = { text: string } | { file: File };
export type Choices = { columns?: readonly ColumnUse[]; group?: string };
/** Why a list was not read: what is wrong with it, or why the server could not be asked. */
export type Refused = { fault: ListFault } | { code: Failure };
export type PreviewRead = { ok: true; preview: ListPreview } | { ok: false; refused: Refused };

/** Longer than the server takes for a file, and for it on a slow line. */
const WAIT = 90_000;

/** [Q3] Has the server read a list; nothing is stored. */
export async function previewOf(
  source: Source,
  { columns, group }: Choices,
  cancelled: AbortSignal,
): Promise<PreviewRead> {
  if ("file" in source && source.file.size > FILE_BYTES)
    return { ok: false, refused: { fault: "file-too-large" } };
  const query = new URLSearchParams({
    ...(columns && { columns: columns.join(",") }),
    ...(group && { group }),
  });
  const ends = new AbortController();
  const end = () => ends.abort();
  const timer = setTimeout(end, WAIT);
  cancelled.addEventListener("abort", end);
  const reply = await ask<ListPreview>("POST", `/api/classes/preview?${query}`, bodyOf(source), {
    signal: ends.signal,
  });
  clearTimeout(timer);
  cancelled.removeEventListener("abort", end);
  if (reply.ok) return { ok: true, preview: reply.value };
  const fault = faultIn(reply.answer) ?? (reply.code === "too-long" ? "file-too-large" : undefined);
  return { ok: false, refused: fault ? { fault } : { code: reply.code } };
}

function bodyOf(source: Source): FormData | { text: string } {
  if ("text" in source) return { text: source.text };
  const form = new FormData();
  form.set("file", source.file);
  return form;
}

function faultIn(answer: unknown): ListFault | undefined {
  const { error } = (answer ?? {}) as { error?: { fields?: { code?: unknown }[] } };
  return LIST_FAULTS.find((fault) => error?.fields?.[0]?.code === fault);
}
