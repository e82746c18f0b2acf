import { asideName } from "#app/instructor/editor/versions/aside.ts";
import { forgetAllDrafts } from "#app/shared/drafts.ts";

export const kitDraftName = (id: string): string => `kit.${id}`;
export const textsDraftName = (id: string): string => `versions.${id}`;

/** Everything that is kept on this device of a debate that was deleted: of the editor, its kit and its reading texts. */
export function forgetDebate(id: string): void {
  for (const name of [id, asideName(id), kitDraftName(id), textsDraftName(id)]) forgetAllDrafts(name);
}
