import { kitDraftName } from "#app/instructor/debate-drafts.ts";
import type { KitForm } from "#app/instructor/kit/kit-form.ts";
import { ownDraftName, takeDraft } from "#app/shared/storage/drafts.ts";
import type { Debate } from "#debate/content/debate.ts";
import type { Kit } from "#debate/content/kit.ts";

/** What a tab keeps on the device, whose it is, and the kit that it began with. */
export type KitDraft = {
  v: 1;
  by: string;
  form: KitForm;
  etag: string;
  kit: Kit | undefined;
  /** What the kit is shown with once this is deleted. Absent if an earlier version of this page stored it. */
  debate?: Debate;
};

/** What this tab calls its draft of a debate's kit. */
export const kitName = (id: string, by: string): string => ownDraftName(kitDraftName(id), by);

/** This instructor's unsaved draft of a debate's kit. */
export function takeKit(id: string, name: string, by: string): KitDraft | null {
  const draft = takeDraft(kitDraftName(id), name, by) as KitDraft | null;
  return draft?.v === 1 && draft.by === by ? draft : null;
}
