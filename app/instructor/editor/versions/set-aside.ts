import { blankForm, type DebateForm, draftOf, formOf } from "#app/instructor/editor/debate-form.ts";
import { newId } from "#app/shared/new-id.ts";
import { keepNow, ownDraftName, takeDraft } from "#app/shared/storage/drafts.ts";
import type { Debate } from "#debate/content/debate.ts";
import type { DebatePage } from "#debate/protocol/pages.ts";

/**
 * A draft on this device. `saved` is what the debate was when the editing began, `etag` that version's tag, and `by` the
 * instructor who writes, whose alone it is.
 */
export type StoredDraft = {
  v: 1;
  saved: string;
  etag?: string;
  by: string;
  /** [D11] The id under which a new debate is saved. */
  newId?: string;
  /** [D22] Of a debate that is not finished. */
  draft?: true;
  form: DebateForm;
};

/** A tag of no version: a draft that names none is compared before it is saved. */
export const UNKNOWN = '"unknown"';

/** The draft of a form that was typed over a version. */
export const draftOver = ({ debate, etag }: DebatePage, by: string, form: DebateForm): StoredDraft => ({
  ...{ v: 1, saved: JSON.stringify(debate), etag, by, form },
});

/** What drafts of debates are called that the server does not know yet. */
const NEW = "new";

/** What the editing begins with: `name` is the draft's, `base` the version that a save goes over, `newId` the id of a new debate. */
export type Beginning = {
  name: string;
  isRestored: boolean;
  base: DebatePage;
  newId: string;
  form: DebateForm;
};

/**
 * [D12] Begins with this device's draft, or without one with the saved debate. Null if there is neither.
 */
export function begin(id: string, by: string, current: DebatePage | null): Beginning | null {
  // What an import's page was left with, it may not have kept yet.
  keepNow();
  const name = ownDraftName(id, by);
  const kept = takeDraft(id, name, by) as StoredDraft | null;
  if (kept?.v === 1)
    return {
      ...{ name, newId: kept.newId ?? newId() },
      isRestored: true,
      // What was deleted stays what it was.
      base: { ...baseOf(kept, current), ...((current ?? kept).draft && { draft: true }) },
      form: kept.form,
    };
  return (
    current && {
      ...{ name, newId: newId() },
      ...{ isRestored: false, base: current, form: formOf(current.debate, true) },
    }
  );
}

/** [D21] Begins a new debate, or goes on with one that never reached the server. */
export function beginNew(by: string, rights: string): Beginning {
  const name = ownDraftName(NEW, by);
  const kept = takeDraft(NEW, name, by) as StoredDraft | null;
  const form = blankForm(rights);
  const base = { debate: draftOf(form) as Debate, etag: UNKNOWN, draft: true };
  return kept?.v === 1
    ? { name, newId: kept.newId ?? newId(), isRestored: true, base, form: kept.form }
    : { name, newId: newId(), isRestored: false, base, form };
}

function baseOf({ saved, etag }: StoredDraft, current: DebatePage | null): DebatePage {
  if (etag === undefined && current && saved === JSON.stringify(current.debate)) return current;
  return { debate: JSON.parse(saved) as Debate, etag: etag ?? UNKNOWN };
}
