import { hostPartsOf, laterTalliesOf } from "#debate/activities/results.ts";
import { type Frozen, frozen, thawed, withLater } from "#debate/counting/frozen.ts";
import type { CountingInput } from "#debate/counting/input.ts";
import { type Counted, countInSlices, type Results, type WholeInput } from "#debate/counting/results.ts";
import { forClass } from "#debate/counting/small-groups.ts";
import { topRebuttals } from "#debate/counting/top-rebuttals.ts";
import { totalsOnly } from "#debate/counting/totals.ts";
import { isClosedForVotes } from "#debate/rules/log.ts";
import { laterResultsPublic, resultsPublic, roundsOf } from "#debate/rules/phases.ts";
import { hidesSmallGroups } from "#debate/rules/session-options.ts";
import { inSlices } from "#server/platform/slices.ts";
import { type CachedWords, createCachedWords } from "#server/sessions/cached-words.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { onePage } from "#server/sessions/rebuttal-pages.ts";
import type { SessionRecord } from "#server/store/sessions/session-rows.ts";

type Reading = Pick<Dependencies, "store" | "ids">;

/** The results of one version of a session, as host, class and projector each see them. */
export type CachedResults = {
  shown: Results;
  forHost: Results;
  forClass: Results;
  forWall: Results;
  words: () => Promise<CachedWords>;
};
type State = Pick<SessionRecord, "version" | "phase"> & {
  exposed: number;
  lookedAt: number;
  countedAt: number;
  steppedAt: number;
  results: Promise<CachedResults>;
};
const SESSIONS_KEPT = 50;
/** The resolution of random numbers [Z8]. */
const CHANCES = 2 ** 32;
/** How often exposures are counted, in milliseconds, like rankings. */
const STANDS = 1_000;
/** How long results are cached, in milliseconds, which also limits how long those of a deleted session stay. */
const KEPT_FOR = 60_000;
/** How long a class may talk about a step until it is counted again, in milliseconds. */
const TALKING = 60 * 60_000;
const keeping = new WeakMap<Dependencies["store"], Map<string, State>>();

/**
 * [L15] Counts once for each version of a session, however many ask at once. The version is read from the database,
 * because other servers write to it too. Every change raises it, except exposures, and what activities store at their steps,
 * which are counted from the next step on.
 */
export async function cachedResults(parts: Reading, session: SessionRecord): Promise<CachedResults> {
  const { store } = parts;
  const { id, version, phase } = session;
  const kept = keeping.get(store) ?? new Map<string, State>();
  keeping.set(store, kept);
  // A newer cache will do: else a slow reader would have the class counted twice.
  const isCurrent = (known?: State): known is State =>
    known !== undefined && known.version >= version && known.phase === phase;
  const before = kept.get(id);
  if (isCurrent(before) && performance.now() - before.lookedAt < STANDS) return before.results;
  const exposed = (await store.rebuttals.exposed(id)) ?? 0;
  const known = kept.get(id); // a simultaneous request may have begun
  const countedAt = performance.now();
  if (isCurrent(known) && known.exposed === exposed) {
    known.lookedAt = countedAt;
    return known.results;
  }
  const results = countNow(parts, session);
  results.catch(() => forget(store, id, countedAt));
  forgetLater(store, id, countedAt);
  kept.delete(id);
  kept.set(id, { version, phase, exposed, lookedAt: countedAt, countedAt, steppedAt: countedAt, results });
  if (kept.size > SESSIONS_KEPT) kept.delete(kept.keys().next().value ?? "");
  return results;
}

/** [V18] What voters wrote with their votes, kept with the results. */
export async function cachedWords(parts: Reading, session: SessionRecord): Promise<CachedWords> {
  return (await cachedResults(parts, session)).words();
}

// By its time: a timer that refers to the results would keep a minute's worth of them in memory.
function keptSince(store: Dependencies["store"], id: string, countedAt: number): State | null {
  const state = keeping.get(store)?.get(id);
  return state?.countedAt === countedAt ? state : null;
}

function forget(store: Dependencies["store"], id: string, countedAt: number): void {
  if (keptSince(store, id, countedAt)) keeping.get(store)?.delete(id);
}

/** Results of a staged reveal stay cached while the class talks about a step, unless the session is deleted. */
function forgetLater(store: Dependencies["store"], id: string, countedAt: number): void {
  const check = async () => {
    const state = keptSince(store, id, countedAt);
    const isTalking = state && performance.now() - state.steppedAt < TALKING;
    const session = isTalking ? await store.sessions.byId(id).catch(() => null) : null;
    const isOn = session?.phase === "results" && session.settings.reveal === "staged";
    if (isOn && session.version === state?.version) forgetLater(store, id, countedAt);
    else forget(store, id, countedAt);
  };
  setTimeout(check, KEPT_FOR).unref();
}

/**
 * Keeps the cached results for the session's newest version, after a change that affects no count: a step of the reveal, or something
 * on the wall. The class waits for these, so they must not be counted again.
 */
export function keepCache(store: Dependencies["store"], { id, version, phase }: SessionRecord): void {
  const kept = keeping.get(store)?.get(id);
  if (kept?.version === version - 1 && resultsPublic(phase))
    Object.assign(kept, { version, steppedAt: performance.now() });
}

/** [R15] Keeps what moved votes, common ground and the best rebuttals, in their order; all of them are in the export. */
function withinPage(results: Results): Results {
  const { length } = results.rebuttals;
  const page = new Set(onePage(topRebuttals(results)));
  if (page.size === length) return results;
  return {
    ...results,
    rebuttals: results.rebuttals.filter((each) => page.has(each)),
    rebuttalsInAll: length,
  };
}

/** Counts the results, without ballots of removed participants and unpublished rebuttals. */
async function countNow(parts: Reading, session: SessionRecord): Promise<CachedResults> {
  const { store } = parts;
  const { id, code, phase, settings } = session;
  const isAnonymous = settings.identity === "anonymous";
  const { resolution, positions } = await store.sessions.debateOf(id);
  const rebuttals = await store.rebuttals.ofSession(id);
  const input: WholeInput = {
    code,
    resolution,
    phase,
    rounds: roundsOf(settings),
    ballots: await store.ballots.ofSession(id),
    positions,
    rebuttals: rebuttals.filter(({ status }) => status === "published"),
    isAnonymous,
    ...(await store.sessions.storedForResults(session)),
    ...(await store.rebuttals.encounters(id)),
    withLater: laterResultsPublic(phase),
    onPaper: await store.paper.count(id),
  };
  const { publicCommonGround, ...counted } = await inSlices(countInSlices(input));
  const totals = () => totalsOnly(counted, publicCommonGround);
  const { shown, host } = await shownToClass(parts, session, counted, input, totals);
  const page = withinPage(shown);
  // [V12] The projector gets counts of what students wrote, not their words.
  return {
    shown,
    // [Z4] [Z18] [M26]
    forHost: isAnonymous ? { ...page, ...host } : withinPage({ ...counted, withheld: shown.withheld }),
    forClass: page,
    forWall: { ...page, rebuttals: [] },
    words: createCachedWords(input, parts.ids),
  };
}

/**
 * [Z11] The results for everyone but the host [Z18]. Once they are public, the class keeps seeing the first ones: without a removed or
 * deleted seat, the difference would reveal its vote.
 */
async function shownToClass(
  { store, ids }: Reading,
  session: SessionRecord,
  counted: Counted,
  input: CountingInput,
  totals: () => Results,
): Promise<{ shown: Results; host?: Frozen["host"] }> {
  const { settings } = session;
  const hides = hidesSmallGroups(settings.identity);
  const now = async () => {
    if (!hides) return totals();
    // [Z18] The host of an anonymous session could fill groups up with slips, and subtract them.
    const isClosed =
      !input.onPaper &&
      (settings.entry === "personal" || isClosedForVotes(await store.events.ofSession(session.id)));
    // Drawn once: the class's results are kept, and no vote opens again [V9].
    return forClass(counted, input, { isClosed, chance: () => ids.draw(CHANCES) / CHANCES });
  };
  if (!resultsPublic(session.phase)) return { shown: await now() };
  const { classResults } = store;
  const first = async (): Promise<Frozen> => {
    const told = await now();
    return { ...frozen(told), ...(hides && { host: hostPartsOf(counted, told.paired.matrix !== null) }) };
  };
  const content =
    (await classResults.of(session.id)) ?? (await classResults.keep(session, JSON.stringify(await first())));
  if (content === null) return { shown: await now() };
  const kept: Frozen = JSON.parse(content);
  const { host } = kept;
  const hasLater = laterTalliesOf(counted).length > 0;
  if (hides || !hasLater || kept.laterClosedBy === session.phaseVersion)
    return { shown: thawed(kept, counted, hides), host };
  // [P35] A vote after the lesson has just been closed.
  const whole = withLater(kept, counted, session.phaseVersion);
  const stored = await classResults.keep(session, JSON.stringify(whole), content);
  return { shown: thawed(stored === null ? whole : JSON.parse(stored), counted, hides) };
}
