import { builtInDebate } from "#debate/content/built-in.ts";
import type { RanVersion } from "#debate/rules/shelves.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { builtInVersion } from "#server/sessions/open.ts";
import type { DebateOrigin } from "#server/store/sessions/frozen-debates.ts";
import { keyOf } from "#server/store/sessions/ran-versions.ts";

/** [D18] What has become of the debates that sessions were opened with; undefined for sessions from before that was kept. */
export async function ranVersions(
  { store }: Pick<Dependencies, "store">,
  origins: readonly (DebateOrigin | null)[],
): Promise<(origin: DebateOrigin | null) => RanVersion | undefined> {
  const own = origins.filter((each): each is DebateOrigin => each !== null && !builtInDebate(each.debateId));
  const ran = await store.ranVersions(own);
  return (origin) => {
    if (!origin) return undefined;
    const debate = builtInDebate(origin.debateId);
    if (!debate) return ran.get(keyOf(origin));
    const state = builtInVersion(debate) === origin.debateVersion ? "unchanged" : "edited";
    return { debateId: debate.id, state, savedAt: null };
  };
}
