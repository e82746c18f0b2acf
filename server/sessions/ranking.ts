import { endorsersOf, mostEndorsed, type Ranked, rank, receiveInSlices } from "#debate/counting/ranking.ts";
import type { Choice } from "#debate/rules/choices.ts";
import { inSlices } from "#server/platform/slices.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import type { RebuttalRecord } from "#server/store/rebuttals/rebuttal-rows.ts";
import type { SessionRecord } from "#server/store/sessions/session-rows.ts";

type Reading = Pick<Dependencies, "store">;
type Store = Dependencies["store"];
/** First votes. `of`: a key of which they are. */
type Camps = { of: string; camps: ReadonlyMap<string, Choice> };
/** How rebuttals were received. `of`: a key of their versions and exposures when that was counted. */
type Receptions = ReadonlyMap<string, { of: string; ranked: Ranked }>;
/** Each rebuttal's place, 1 the best: across camps for the host, by all endorsements for everyone else. */
type Places = { forHost: ReadonlyMap<string, number>; forOthers: ReadonlyMap<string, number> };
type Counted = { camps: Camps; receptions: Receptions; places: Places };
type Ranking = { madeAt: number; version: number; phaseVersion: number; counted: Promise<Counted> };

/** How long a ranking is cached, in milliseconds, because exposures change all the time. */
const CACHED_FOR = 1_000;
/** With more rebuttals it is cached longer: in a hall all of them are shown to someone each second, and phones seldom get places [R28]. */
const MANY = { rebuttals: 60, stands: 30_000 };
const RANKINGS_KEPT = 500;
const kept = new WeakMap<Store, Map<string, Ranking>>();

type RankedSession = Pick<SessionRecord, "id" | "version" | "settings" | "phase" | "phaseVersion">;

/**
 * [K5] [K10] Each rebuttal's places; in one phase at most a second old, of many rebuttals half a minute. [V9] In an anonymous
 * session no voter counts in a camp, so the host's order is by endorsements, too.
 */
export async function placesOf(
  { store }: Reading,
  session: RankedSession,
  rebuttals: RebuttalRecord[],
  now = performance.now(),
): Promise<Places> {
  const rankings = kept.get(store) ?? new Map<string, Ranking>();
  kept.set(store, rankings);
  const known = rankings.get(session.id);
  const isComplete = known?.version === session.version || rebuttals.length === 0;
  const stands = rebuttals.length > MANY.rebuttals ? MANY.stands : CACHED_FOR;
  const isNew = known?.phaseVersion === session.phaseVersion && now - known.madeAt < stands;
  if (known && (isComplete || isNew)) return (await known.counted).places;
  rankings.delete(session.id);
  const [oldest] = rankings.keys();
  if (oldest !== undefined && rankings.size >= RANKINGS_KEPT) rankings.delete(oldest);
  const counted = countAgain(store, session, rebuttals, known?.counted);
  counted.catch(() => rankings.delete(session.id));
  const { version, phaseVersion } = session;
  rankings.set(session.id, { madeAt: now, version, phaseVersion, counted });
  return (await counted).places;
}

/** Frees the memory of a session that no one is connected to. */
export function forgetSession({ store }: Reading, sessionId: string): void {
  kept.get(store)?.delete(sessionId);
  store.rebuttals.forget(sessionId);
}

/** [R19] Counts only the rebuttals that were endorsed, or shown to more people, since they were last counted. */
async function countAgain(
  store: Store,
  session: RankedSession,
  rebuttals: RebuttalRecord[],
  counting: Promise<Counted> | undefined,
): Promise<Counted> {
  const before = await counting?.catch(() => undefined);
  const around = await store.rebuttals.around(session.id);
  const camps = await campsOf(store, session, around.removed, before?.camps);
  const known = camps === before?.camps ? before.receptions : undefined;
  const stateOf = ({ id, changed }: RebuttalRecord) => `${changed} ${around.shown.get(id) ?? 0}`;
  const news = rebuttals.filter((rebuttal) => known?.get(rebuttal.id)?.of !== stateOf(rebuttal));
  const { endorsements, exposures } = await store.rebuttals.encountersWith(news, around);
  const campOf = (participantId: string) => camps.camps.get(participantId);
  const received = await inSlices(receiveInSlices(news, endorsements, exposures, campOf));
  const counted = new Map(received.map((ranked) => [ranked.id, ranked]));
  const receptions = new Map<string, { of: string; ranked: Ranked }>();
  for (const rebuttal of rebuttals) {
    const { id } = rebuttal;
    const again = counted.get(id);
    const reception = again ? { of: stateOf(rebuttal), ranked: rankedOf(again) } : known?.get(id);
    if (reception) receptions.set(id, reception);
  }
  const ranked = [...receptions.values()].map(({ ranked }) => ranked);
  const places = { forHost: numbered(rank(ranked)), forOthers: numbered(mostEndorsed(ranked, endorsersOf)) };
  return { camps, receptions, places };
}

function numbered(ranked: readonly Ranked[]): Map<string, number> {
  return new Map(ranked.map(({ id }, index) => [id, index + 1]));
}

/** A rebuttal with its places; the last one if it is too new to have been counted. */
export function placed<T extends { id: string }>(rebuttal: T, { forHost, forOthers }: Places, last: number) {
  const { id } = rebuttal;
  return { ...rebuttal, rank: forOthers.get(id) ?? last, hostRank: forHost.get(id) ?? last };
}

/** Without the words. */
function rankedOf({ id, at, endorsements, uncamped, standing, seen, replies }: Ranked): Ranked {
  return { id, at, endorsements, uncamped, standing, seen, replies };
}

/** First votes change in the phase `before` only, and with the seats that are removed. */
async function campsOf(
  store: Store,
  { id, settings, phase, phaseVersion }: RankedSession,
  removed: ReadonlySet<string>,
  known: Camps | undefined,
): Promise<Camps> {
  const of = `${phaseVersion} ${[...removed].sort().join(" ")}`;
  if (known?.of === of && phase !== "before") return known;
  const camps = new Map<string, Choice>();
  const ballots = settings.identity === "anonymous" ? [] : await store.ballots.ofSession(id);
  for (const { participantId, round, choice } of ballots)
    if (round === "before") camps.set(participantId, choice);
  return { of, camps };
}
