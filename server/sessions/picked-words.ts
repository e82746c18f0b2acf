import type { Results } from "#debate/counting/results.ts";
import { type PickedWords, pickedWords } from "#debate/counting/words.ts";
import { hidesSmallGroups } from "#debate/rules/session-options.ts";
import type { WallWords } from "#debate/rules/snapshot.ts";
import { resultsOpened } from "#debate/rules/steps.ts";
import { isWords } from "#debate/rules/views.ts";
import { type CachedResults, cachedResults, cachedWords } from "#server/sessions/cached-results.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import type { SessionRecord } from "#server/store/sessions/session-rows.ts";

type Reading = Pick<Dependencies, "store" | "ids">;

type Picked = { version: number; words: Promise<PickedWords[]> };
const picking = new WeakMap<CachedResults, Picked>();

/** [V18] The words that the host picked, as the class sees them once it may read the results. [L15] Read once a version. */
export async function pickedIn(parts: Reading, session: SessionRecord): Promise<PickedWords[]> {
  const kept = await cachedResults(parts, session);
  const before = picking.get(kept);
  if (before && before.version >= session.version) return before.words;
  // A pick raises the version without changing the results.
  const words = readPicked(parts, session);
  picking.set(kept, { version: session.version, words });
  words.catch(() => picking.delete(kept));
  return words;
}

async function readPicked(parts: Reading, session: SessionRecord): Promise<PickedWords[]> {
  const picks = await parts.store.picks.ofSession(session.id);
  if (!picks) return [];
  const { byId } = await cachedWords(parts, session);
  // [Z18] Else the host of an anonymous session would learn how someone voted by picking their words.
  const withoutVotes = hidesSmallGroups(session.settings.identity);
  return pickedWords(byId, picks, { withoutVotes });
}

/** [V18] For everyone but the projector; null until the class may read the results. */
export async function pickedOnceOpen(parts: Reading, session: SessionRecord): Promise<PickedWords[] | null> {
  return resultsOpened(session) ? pickedIn(parts, session) : null;
}

const completed = new WeakMap<Results, { key: string; results: Results }>();

/** [L15] Returns the same object for the same arguments, so that it is serialized once. */
export function withPicked(counted: Results, picked: PickedWords[]): Results {
  const key = picked.map(({ id }) => id).join();
  const before = completed.get(counted);
  if (before?.key === key) return before.results;
  const results = picked.length === 0 ? counted : { ...counted, picked };
  completed.set(counted, { key, results });
  return results;
}

/** [V18] A room with the words on its wall, if any: for host, assistant and projector, since phones see none there. */
export async function withWallWords<Room extends SessionRecord>(
  parts: Reading,
  room: Room,
): Promise<Room & { wallWords: WallWords | null }> {
  const { onWall } = room;
  if (!isWords(onWall) || !resultsOpened(room)) return { ...room, wallWords: null };
  const found = (await cachedWords(parts, room)).byId.get(onWall.reason);
  return { ...room, wallWords: found ? { kind: found.kind, text: found.text } : null };
}
