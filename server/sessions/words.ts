import { LEAST_GROUP } from "#debate/counting/tally.ts";
import type { Words } from "#debate/counting/words.ts";
import type { HostsWords, WordsRead } from "#debate/protocol/pages.ts";
import { personFor } from "#debate/rules/identity.ts";
import { votesSealed } from "#debate/rules/phases.ts";
import { accept, type Result, refuse } from "#debate/rules/result.ts";
import { cachedWords, keepCache } from "#server/sessions/cached-results.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import type { SessionRecord } from "#server/store/sessions/session-rows.ts";

type Read = Omit<WordsRead, "words"> & { words: Iterable<HostsWords> };

/**
 * [V18] Everything that voters wrote with their votes, for the host. [V9] Not before the results of an anonymous session.
 * [L15] `words` are made as they are read, so read them only once.
 */
export async function readWords(
  parts: Pick<Dependencies, "store" | "ids">,
  session: SessionRecord,
): Promise<Result<Read>> {
  if (votesSealed(session)) return refuse("wrong-phase");
  const { store } = parts;
  const { identity } = session.settings;
  const { byId, numbers } = await cachedWords(parts, session);
  const picks = new Set(await store.picks.ofSession(session.id));
  const isPicked = ({ id }: Pick<Words, "id">) => picks.has(id);
  if (identity === "anonymous") return accept({ words: unlinked(byId, isPicked), numbers: null });
  const seats = new Map((await store.participants.ofSession(session.id)).map((seat) => [seat.id, seat]));
  function* words(): Generator<HostsWords> {
    for (const { participantId, ...each } of byId.values()) {
      const seat = seats.get(participantId);
      const { name, realName } = seat ? personFor("host", identity, seat) : {};
      const by = name !== undefined && { by: { name, ...(realName !== undefined && { realName }) } };
      yield { ...each, picked: isPicked(each), ...by };
    }
  }
  return accept({ words: words(), numbers });
}

/** [Z18] Words without how their voters voted; of each kind and round only if at least four people wrote some. */
function* unlinked(
  all: ReadonlyMap<string, Words>,
  isPicked: (words: Pick<Words, "id">) => boolean,
): Generator<HostsWords> {
  const people = new Map<string, number>();
  const group = ({ kind, round }: Words) => `${kind} ${round}`;
  for (const each of all.values()) people.set(group(each), (people.get(group(each)) ?? 0) + 1);
  for (const each of all.values()) {
    const { id, kind, round, text } = each;
    if ((people.get(group(each)) ?? 0) >= LEAST_GROUP)
      yield { id, kind, round, text, picked: isPicked(each) };
  }
}

/** [V18] Lets the class see words of a voter in the results, or no longer. */
export async function pickWords(
  parts: Dependencies,
  sessionId: string,
  { reason, on }: { reason: string; on: boolean },
): Promise<Result<void>> {
  const { store, clock, announce } = parts;
  const session = await store.sessions.byId(sessionId);
  if (!session) return refuse("not-found");
  if (votesSealed(session)) return refuse("wrong-phase");
  const known = new Set((await cachedWords(parts, session)).byId.keys());
  if (on && !known.has(reason)) return refuse("not-found");
  const set = await store.picks.set({ sessionId, at: clock(), actor: "host" }, reason, on, known);
  if (!set.ok) return set;
  if (set.value) {
    keepCache(store, set.value);
    announce.changed(sessionId, "now");
  }
  return accept(undefined);
}
