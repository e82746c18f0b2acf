import { BUILT_IN_DEBATE } from "#debate/content/built-in.ts";
import { CODE_ALPHABET, CODE_LENGTH, codeFrom } from "#debate/rules/codes.ts";
import { accept, type Result, refuse } from "#debate/rules/result.ts";
import type { Settings } from "#debate/rules/settings.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { type SavedDebate, versionOf } from "#server/store/debates.ts";
import type { SessionRecord } from "#server/store/session-rows.ts";

/** Opens a session on a frozen copy of a debate: the built-in one or one of the instructor's own. */
export async function openSession(
  { store, clock, ids }: Dependencies,
  hostId: string,
  { debateId, settings }: { debateId: string; settings: Settings },
): Promise<Result<SessionRecord>> {
  const found = await debateFor(store, hostId, debateId);
  if (!found) return refuse("not-found", "debateId");
  const session: SessionRecord = {
    id: ids.uuid(),
    code: await freeCode({ store, ids }),
    hostId,
    settings,
    phase: "lobby",
    version: 1,
    phaseVersion: 1,
    phaseEndsAt: null,
    timerCloses: false,
    locked: false,
    revealed: false,
    onWall: null,
    step: null,
    opened: false,
    resultsKept: false,
    keys: { screen: ids.key(), assistant: null, results: null },
    createdAt: clock(),
    closedAt: null,
  };
  await store.sessions.create(session, found.debate);
  return accept(session);
}

const BUILT_IN: SavedDebate = {
  debate: BUILT_IN_DEBATE,
  version: versionOf(JSON.stringify(BUILT_IN_DEBATE)),
};

/** A debate that this instructor may use. */
export async function debateFor(
  store: Dependencies["store"],
  hostId: string,
  id: string,
): Promise<SavedDebate | null> {
  return id === BUILT_IN_DEBATE.id ? BUILT_IN : store.debates.byId(hostId, id);
}

async function freeCode({ store, ids }: Pick<Dependencies, "store" | "ids">): Promise<string> {
  for (;;) {
    const code = drawCode(ids, CODE_LENGTH);
    if (!(await store.sessions.byCode(code))) return code;
  }
}

export function drawCode(ids: Dependencies["ids"], length: number): string {
  return codeFrom(Array.from({ length }, () => ids.draw(CODE_ALPHABET.length)));
}
