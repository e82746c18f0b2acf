import { rank, receive } from "#debate/counting/ranking.ts";
import type { Choice } from "#debate/rules/choices.ts";
import type { Parts } from "#server/sessions/parts.ts";
import type { RebuttalRecord } from "#server/store/rebuttals.ts";

type Reading = Pick<Parts, "store">;
type Ranking = { madeAt: number; version: number; places: Promise<Map<string, number>> };

/** A ranking stands for this long, in milliseconds: whom a rebuttal was shown to changes all the time. */
const STANDS = 1_000;
const RANKINGS_KEPT = 500;
const kept = new WeakMap<Parts["store"], Map<string, Ranking>>();

/** [K5] Each rebuttal's place in the opponents' choice, 1 the best; at most a second old. */
export function placesOf(
  { store }: Reading,
  session: { id: string; version: number },
  rebuttals: RebuttalRecord[],
): Promise<Map<string, number>> {
  const rankings = kept.get(store) ?? new Map<string, Ranking>();
  kept.set(store, rankings);
  const known = rankings.get(session.id);
  const now = performance.now();
  const isComplete = known?.version === session.version || rebuttals.length === 0;
  if (known && (isComplete || now - known.madeAt < STANDS)) return known.places;
  if (rankings.size >= RANKINGS_KEPT) rankings.clear();
  const places = rankAll(store, session.id, rebuttals);
  rankings.set(session.id, { madeAt: now, version: session.version, places });
  return places;
}

async function rankAll(
  store: Parts["store"],
  sessionId: string,
  rebuttals: RebuttalRecord[],
): Promise<Map<string, number>> {
  const { endorsements, exposures } = await store.rebuttals.encounters(sessionId);
  const camps = new Map<string, Choice>();
  for (const { participantId, round, choice } of await store.ballots.ofSession(sessionId))
    if (round === "before") camps.set(participantId, choice);
  const received = receive(rebuttals, endorsements, exposures, (participantId) => camps.get(participantId));
  return new Map(rank(received, "opponents").map(({ id }, index) => [id, index + 1]));
}
