import type { DebateForm } from "#app/instructor/editor/debate-form.ts";
import { forgetDraft, keepDraft, storedDraft } from "#app/shared/storage/drafts.ts";

/** A version that was not chosen, stored on this device until it is deleted here. */
export type Aside = { at: number; whose: "mine" | "theirs"; form: DebateForm };
type StoredAsides = { v: 1; by?: string; asides: Aside[] };

const MOST = 6;

const asideName = (id: string): string => `aside.${id}`;

/** Of all tabs of the instructor who set them aside. */
const nameOf = (id: string, by: string): string => `${asideName(id)}.${by}`;

/** [D12] The versions of a debate that an instructor set aside, the newest first. */
export function asidesOf(id: string, by: string): Aside[] {
  const stored = storedDraft(nameOf(id, by)) as StoredAsides | null;
  return stored?.v === 1 ? stored.asides : [];
}

export function keepAsides(id: string, by: string, asides: readonly Aside[]): void {
  const name = nameOf(id, by);
  if (asides.length === 0) forgetDraft(name);
  else keepDraft(name, { v: 1, by, asides: asides.slice(0, MOST) } satisfies StoredAsides);
}
