import { keepAsides } from "#app/instructor/editor/versions/aside.ts";
import { forgetAllDrafts } from "#app/shared/storage/drafts.ts";

export const kitDraftName = (id: string): string => `kit.${id}`;
export const textsDraftName = (id: string): string => `versions.${id}`;

/**
 * What an instructor has on this device of a debate that they deleted: of the editor, its kit and its reading texts. [D12] What
 * colleagues wrote stays.
 */
export function forgetDebate(id: string, by: string): void {
  for (const name of [id, kitDraftName(id), textsDraftName(id)]) forgetAllDrafts(name, by);
  keepAsides(id, by, []);
}
