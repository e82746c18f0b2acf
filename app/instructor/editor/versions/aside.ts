import type { DebateForm } from "#app/instructor/editor/form.ts";
import { forgetDraft, keepDraft, keptDraft } from "#app/shared/drafts.ts";

/** A version that was not chosen, kept on this device until it is deleted here. */
export type Aside = { at: number; whose: "mine" | "theirs"; form: DebateForm };
type Kept = { v: 1; asides: Aside[] };

const MOST = 6;

export const asideName = (id: string): string => `aside.${id}`;

/** [D12] The versions of a debate that were set aside, the newest first. */
export function asidesOf(id: string): Aside[] {
  const kept = keptDraft(asideName(id)) as Kept | null;
  return kept?.v === 1 ? kept.asides : [];
}

export function keepAsides(id: string, asides: readonly Aside[]): void {
  if (asides.length === 0) forgetDraft(asideName(id));
  else keepDraft(asideName(id), { v: 1, asides: asides.slice(0, MOST) } satisfies Kept);
}
