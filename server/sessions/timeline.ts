import { type Timeline, timelineOf } from "#debate/counting/timeline.ts";
import { tells } from "#debate/rules/identity.ts";
import { publishedOrMerged } from "#debate/rules/merging.ts";
import { accept, type Result } from "#debate/rules/result.ts";
import type { Role } from "#debate/rules/roles.ts";
import { ownTurn } from "#server/platform/slices.ts";
import { type CachedResults, cachedResults } from "#server/sessions/cached-results.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { mayReview } from "#server/sessions/review.ts";
import type { SessionRecord } from "#server/store/sessions/session-rows.ts";

type Reading = Pick<Dependencies, "store" | "ids">;

/** [L15] Cached with the results of one version. */
const keeping = new WeakMap<CachedResults, Promise<Timeline>>();

/** [V24] A session's timeline, for those who may read its results. */
export async function timeline(
  parts: Reading,
  session: SessionRecord,
  roles: readonly Role[],
): Promise<Result<Timeline>> {
  const may = mayReview(session, roles);
  if (!may.ok) return may;
  const results = await cachedResults(parts, session);
  // Never of an anonymous session.
  const isTold = tells(session.settings.identity, "files", "times");
  const drawn = keeping.get(results) ?? draw(parts.store, session.id, isTold);
  keeping.set(results, drawn);
  drawn.catch(() => keeping.delete(results));
  return accept(await drawn);
}

async function draw(
  { timeline, rebuttals }: Reading["store"],
  id: string,
  isTold: boolean,
): Promise<Timeline> {
  // Merged ones were written and endorsed, too.
  const published = publishedOrMerged(await rebuttals.ofSession(id));
  const read = {
    moves: await timeline.moves(id),
    rebuttals: published.map(({ at }) => Math.floor(at / 1_000)),
    // Don't read what the reader may not see.
    ballots: isTold ? await timeline.ballots(id) : null,
    endorsements: isTold ? await timeline.endorsements(id, published) : null,
    people: isTold ? await timeline.people(id) : null,
  };
  await ownTurn();
  return timelineOf(read, !isTold);
}
