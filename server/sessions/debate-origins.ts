import type { RanVersion } from "#debate/rules/shelves.ts";
import { libraryDebate, libraryDebates } from "#server/library/library.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { builtInVersion } from "#server/sessions/open.ts";
import type { DebateOrigin } from "#server/store/sessions/frozen-debates.ts";
import { keyOf } from "#server/store/sessions/origin-rows.ts";

/** [D18] Whether the debates that sessions were opened with have changed since; undefined for old sessions without that record. */
export async function originStates(
  { store }: Pick<Dependencies, "store">,
  origins: readonly (DebateOrigin | null)[],
): Promise<(origin: DebateOrigin | null) => RanVersion | undefined> {
  const own = origins.filter(
    (each): each is DebateOrigin => each !== null && !libraryDebates().has(each.debateId),
  );
  const ran = await store.originStates(own);
  return (origin) => {
    if (!origin) return undefined;
    const debate = libraryDebate(origin.debateId);
    if (!debate) return ran.get(keyOf(origin));
    const state = builtInVersion(debate) === origin.debateVersion ? "unchanged" : "edited";
    return { debateId: debate.id, state, savedAt: null };
  };
}
