import { rank, receiveInSlices } from "#debate/counting/ranking.ts";
import type { Choice } from "#debate/rules/choices.ts";
import { hidesSmallGroups } from "#debate/rules/settings.ts";
import { inSlices } from "#server/platform/slices.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import type { RebuttalRecord } from "#server/store/rebuttal-rows.ts";
import type { SessionRecord } from "#server/store/session-rows.ts";

type Reading = Pick<Dependencies, "store">;
type Ranking = { madeAt: number; version: number; places: Promise<Map<string, number>> };

/** How long a ranking is cached, in milliseconds, because exposures change all the time. */
const STANDS = 1_000;
const RANKINGS_KEPT = 500;
const kept = new WeakMap<Dependencies["store"], Map<string, Ranking>>();

type Place = Pick<SessionRecord, "id" | "version" | "settings">;

/**
 * [K5] Each rebuttal's place in the opponents' choice, 1 the best; at most a second old. [V9] [Z9] In an anonymous session, and
 * where small groups are hidden, it tells nothing of votes: nobody is in a camp, so the most endorsed is first.
 */
export function placesOf(
  { store }: Reading,
  session: Place,
  rebuttals: RebuttalRecord[],
): Promise<Map<string, number>> {
  const rankings = kept.get(store) ?? new Map<string, Ranking>();
  kept.set(store, rankings);
  const known = rankings.get(session.id);
  const now = performance.now();
  const isComplete = known?.version === session.version || rebuttals.length === 0;
  if (known && (isComplete || now - known.madeAt < STANDS)) return known.places;
  if (rankings.size >= RANKINGS_KEPT) rankings.clear();
  const places = rankAll(store, session, rebuttals);
  rankings.set(session.id, { madeAt: now, version: session.version, places });
  return places;
}

async function rankAll(
  store: Dependencies["store"],
  session: Place,
  rebuttals: RebuttalRecord[],
): Promise<Map<string, number>> {
  const { endorsements, exposures } = await store.rebuttals.encounters(session.id);
  const camps = new Map<string, Choice>();
  const { settings } = session;
  const hidesCamps = settings.identity === "anonymous" || hidesSmallGroups(settings);
  const ballots = hidesCamps ? [] : await store.ballots.ofSession(session.id);
  for (const { participantId, round, choice } of ballots)
    if (round === "before") camps.set(participantId, choice);
  const campOf = (participantId: string) => camps.get(participantId);
  const received = await inSlices(receiveInSlices(rebuttals, endorsements, exposures, campOf));
  return new Map(rank(received).map(({ id }, index) => [id, index + 1]));
}
