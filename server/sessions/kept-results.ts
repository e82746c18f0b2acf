import { laterTalliesOf } from "#debate/activities/results.ts";
import { type Frozen, frozen, thawed, withLater } from "#debate/counting/frozen.ts";
import type { CountingInput } from "#debate/counting/input.ts";
import { type Counted, countInSlices, type Results, type WholeInput } from "#debate/counting/results.ts";
import { forClass } from "#debate/counting/small-groups.ts";
import { topRebuttals } from "#debate/counting/top-rebuttals.ts";
import { totalsOnly } from "#debate/counting/totals.ts";
import { isClosedForVotes } from "#debate/rules/log.ts";
import { laterTold, resultsPublic, roundsOf } from "#debate/rules/phases.ts";
import { hidesSmallGroups } from "#debate/rules/session-options.ts";
import { inSlices } from "#server/platform/slices.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { createKeptWords, type KeptWords } from "#server/sessions/kept-words.ts";
import { onePage } from "#server/sessions/rebuttal-pages.ts";
import type { SessionRecord } from "#server/store/sessions/session-rows.ts";

type Reading = Pick<Dependencies, "store" | "ids">;

/** The results of one version of a session, and the part that host, class and projector each see. */
export type Kept = {
  shown: Results;
  forHost: Results;
  forClass: Results;
  forWall: Results;
  words: () => Promise<KeptWords>;
};
type State = Pick<SessionRecord, "version" | "phase"> & {
  exposed: number;
  lookedAt: number;
  countedAt: number;
  steppedAt: number;
  results: Promise<Kept>;
};
const SESSIONS_KEPT = 50;
/** So many chances [Z8]. */
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
export async function keptResults(parts: Reading, session: SessionRecord): Promise<Kept> {
  const { store } = parts;
  const { id, version, phase } = session;
  const kept = keeping.get(store) ?? new Map<string, State>();
  keeping.set(store, kept);
  // Newer ones too: else a reader who was overtaken by a step would have the class counted twice.
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
export async function keptWords(parts: Reading, session: SessionRecord): Promise<KeptWords> {
  return (await keptResults(parts, session)).words();
}

// By its time, since a timer that knew the results would keep all those of the last minute in memory.
function keptSince(store: Dependencies["store"], id: string, countedAt: number): State | null {
  const state = keeping.get(store)?.get(id);
  return state?.countedAt === countedAt ? state : null;
}

function forget(store: Dependencies["store"], id: string, countedAt: number): void {
  if (keptSince(store, id, countedAt)) keeping.get(store)?.delete(id);
}

/** Those of a staged reveal stay while the class talks about a step, but not those of a session that was deleted. */
function forgetLater(store: Dependencies["store"], id: string, countedAt: number): void {
  const look = async () => {
    const state = keptSince(store, id, countedAt);
    const isTalking = state && performance.now() - state.steppedAt < TALKING;
    const session = isTalking ? await store.sessions.byId(id).catch(() => null) : null;
    const isOn = session?.phase === "results" && session.settings.reveal === "staged";
    if (isOn && session.version === state?.version) forgetLater(store, id, countedAt);
    else forget(store, id, countedAt);
  };
  setTimeout(look, KEPT_FOR).unref();
}

/**
 * Keeps the results for the session's newest version, whose change changed nothing that is counted: a step of the reveal, or
 * something else on the wall. The class waits for these, so it is not counted again.
 */
export function keepCounted(store: Dependencies["store"], { id, version, phase }: SessionRecord): void {
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
async function countNow(parts: Reading, session: SessionRecord): Promise<Kept> {
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
    withLater: laterTold(phase),
    onPaper: await store.paper.count(id),
  };
  const { toldCommonGround, ...counted } = await inSlices(countInSlices(input));
  const totals = () => totalsOnly(counted, toldCommonGround);
  const shown = await shownToClass(parts, session, counted, input, totals);
  const page = withinPage(shown);
  // [V12] The projector counts in the results what students wrote, and does not have their words.
  return {
    shown,
    // [Z4] [Z18]
    forHost: isAnonymous ? page : withinPage({ ...counted, withheld: shown.withheld }),
    forClass: page,
    forWall: { ...page, rebuttals: [] },
    words: createKeptWords(input, parts.ids),
  };
}

/**
 * [Z11] The results for everyone but the host [Z18]. Once they are public, the class keeps seeing the first version, even if seats are
 * removed or deleted: a seat less would show its vote as a difference.
 */
async function shownToClass(
  { store, ids }: Reading,
  session: SessionRecord,
  counted: Counted,
  input: CountingInput,
  totals: () => Results,
): Promise<Results> {
  const { settings } = session;
  const hides = hidesSmallGroups(settings.identity);
  const now = async () => {
    if (!hides) return totals();
    // [Z18] The host of an anonymous session could fill groups up with slips, and subtract them.
    const isClosed =
      !input.onPaper &&
      (settings.entry === "personal" || isClosedForVotes(await store.events.ofSession(session.id)));
    // Drawn once: what the class is told is kept, and no vote opens again [V9].
    return forClass(counted, input, { isClosed, chance: () => ids.draw(CHANCES) / CHANCES });
  };
  if (!resultsPublic(session.phase)) return now();
  const { classResults } = store;
  const content =
    (await classResults.of(session.id)) ??
    (await classResults.keep(session, JSON.stringify(frozen(await now()))));
  if (content === null) return now();
  const kept: Frozen = JSON.parse(content);
  const hasLater = laterTalliesOf(counted).length > 0;
  if (hides || !hasLater || kept.laterClosedBy === session.phaseVersion) return thawed(kept, counted, hides);
  // [P35] A vote after the lesson has just been closed.
  const whole = withLater(kept, counted, session.phaseVersion);
  const stored = await classResults.keep(session, JSON.stringify(whole), content);
  return thawed(stored === null ? whole : JSON.parse(stored), counted, hides);
}
