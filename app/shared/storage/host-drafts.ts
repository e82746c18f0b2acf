import { forgetAllDrafts } from "#app/shared/storage/drafts.ts";

/** What a host's unsaved note and marks of a session are called on this device. */
export const noteDraft = (code: string): string => `note.${code}`;
export const marksDraft = (code: string): string => `marks.${code}`;

/** [G9] Once the session is deleted. */
export function forgetHostDrafts(code: string): void {
  forgetAllDrafts(noteDraft(code));
  forgetAllDrafts(marksDraft(code));
}
