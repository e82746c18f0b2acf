import "#app/instructor/zod-jitless.ts";
import type { z } from "zod";
import {
  type DebateForm,
  draftOf,
  type ExpertField,
  expertField,
  filledRows,
  paragraphField,
  pictureField,
  rowField,
} from "#app/instructor/editor/debate-form.ts";
import { DebateDraft, UnfinishedDraft } from "#debate/content/debate.ts";

/** A field's error, without words. */
export type Fault =
  | { code: "required" }
  /** An entry of a list, which may as well go. */
  | { code: "blank" }
  | { code: "too-long"; over: number; limit: number }
  | { code: "too-many"; limit: number }
  | { code: "not-a-number" }
  | { code: "not-a-date" }
  | { code: "not-an-address" }
  | { code: "strange-character" }
  | { code: "sides-unconfirmed" };

/** By field id, in the order of the page. */
export type Faults = ReadonlyMap<string, Fault>;
export type Checked = { draft: DebateDraft | null; faults: Faults };

export function check(form: DebateForm): Checked {
  const written = draftOf(form);
  const parsed = DebateDraft.safeParse(written);
  const faults = new Map<string, Fault>();
  if (!form.sidesConfirmed) faults.set("sides", { code: "sides-unconfirmed" });
  if (parsed.success) return { draft: form.sidesConfirmed ? parsed.data : null, faults };
  for (const issue of parsed.error.issues) {
    const field = fieldAt(form, issue.path);
    if (!faults.has(field)) faults.set(field, faultOf(issue, valueAt(written, issue.path)));
  }
  return { draft: null, faults };
}

/** [D22] The form as a draft that can be saved; null while a field has an invalid value. */
export function unfinishedOf(form: DebateForm): DebateDraft | null {
  return UnfinishedDraft.safeParse(draftOf(form)).data ?? null;
}

type Path = readonly PropertyKey[];

/** The id of the field that a place in the draft comes from. */
function fieldAt(form: DebateForm, path: Path): string {
  const [part, index, field, entry] = path;
  if (part === "editor") return index === "name" ? "editorName" : "editorBiography";
  if (part === "resources" || part === "related") {
    const row = filledRows<(typeof form.resources)[number] | (typeof form.related)[number]>(form[part])[
      Number(index)
    ];
    return row ? rowField(part, row.key, field === "url" || field === "date" ? field : "label") : part;
  }
  if (part !== "positions") return String(part);
  const position = form.positions[index === 0 ? 0 : 1];
  if (field === "picture") return pictureField(position.key);
  if (field === "expert") return expertField(position.key, entry as ExpertField);
  const paragraph = typeof entry === "number" ? position.paragraphs[entry] : undefined;
  return paragraph ? paragraphField(position.key, paragraph.key) : `${position.key}.paragraphs`;
}

function faultOf(issue: z.core.$ZodIssue, value: unknown): Fault {
  const last = issue.path.at(-1);
  if (last === "volume" || last === "issue") return { code: "not-a-number" };
  if (issue.code === "too_small") {
    const inList = last === "text" || issue.path[0] === "resources" || issue.path[0] === "related";
    return { code: inList ? "blank" : "required" };
  }
  if (issue.code === "too_big") {
    const limit = Number(issue.maximum);
    if (typeof value === "string") return { code: "too-long", over: value.trim().length - limit, limit };
    if (Array.isArray(value)) return { code: "too-many", limit };
  }
  if (last === "date") return { code: "not-a-date" };
  if (last === "url") return { code: "not-an-address" };
  return { code: "strange-character" };
}

function valueAt(written: unknown, path: Path): unknown {
  let value = written;
  for (const part of path) value = (value as Record<PropertyKey, unknown> | undefined)?.[part];
  return value;
}
