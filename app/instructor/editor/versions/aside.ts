import type { DebateForm } from "#app/instructor/editor/debate-form.ts";
import { forgetDraft, keepDraft, keptDraft } from "#app/shared/storage/drafts.ts";

/** A version that was not chosen, kept on this device until it is deleted here. */
export type Aside = { at: number; whose: "mine" | "theirs"; form: DebateForm };
type Kept = { v: 1; by?: string; asides: Aside[] };

const MOST = 6;

const asideName = (id: string): string => `aside.${id}`;

/** Of all tabs of the instructor who set them aside. */
const nameOf = (id: string, by: string): string => `${asideName(id)}.${by}`;

/** [D12] The versions of a debate that an instructor set aside, the newest first. */
export function asidesOf(id: string, by: string): Aside[] {
  const kept = keptDraft(nameOf(id, by)) as Kept | null;
  return kept?.v === 1 ? kept.asides : [];
}

export function keepAsides(id: string, by: string, asides: readonly Aside[]): void {
  const name = nameOf(id, by);
  if (asides.length === 0) forgetDraft(name);
  else keepDraft(name, { v: 1, by, asides: asides.slice(0, MOST) } satisfies Kept);
}
