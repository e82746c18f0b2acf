import { forgetAllDrafts } from "#app/shared/storage/drafts.ts";

/** The names of what a host has typed about a session, and not saved. */
export const noteDraft = (code: string) => `note.${code}`;
export const marksDraft = (code: string) => `marks.${code}`;

/** [G9] Once the session is deleted. */
export function forgetSessionDrafts(code: string): void {
  for (const name of [noteDraft(code), marksDraft(code)]) forgetAllDrafts(name);
}
