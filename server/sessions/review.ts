import { type Counted, countResults, type Results } from "#debate/counting/results.ts";
import { countWithholding, withhold } from "#debate/counting/small-groups.ts";
import { resultsPublic, roundsOf, votesSealed } from "#debate/rules/phases.ts";
import { accept, type Result, refuse } from "#debate/rules/result.ts";
import { type Act, mayDo, type Role } from "#debate/rules/rights.ts";
import { hidesSmallGroups } from "#debate/rules/settings.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { onePage } from "#server/sessions/rebuttal-pages.ts";
import type { SessionRecord } from "#server/store/sessions.ts";

type Reading = Pick<Dependencies, "store">;

/**
 * The results, for the host at any time and for others from `results` on, [Z2] without small groups if those are
 * hidden. [V9] No one sees those of an anonymous session before `results`. [A5] If they are kept to the class, only
 * some may see them.
 */
export async function review(
  parts: Reading,
  session: SessionRecord,
  roles: Role[],
): Promise<Result<Results>> {
  const may = (act: Act) => roles.some((role) => mayDo(role, act));
  const isEarly = !resultsPublic(session.phase);
  if (votesSealed(session) || (isEarly && !may("results:early"))) return refuse("wrong-phase");
  if (session.resultsKept && !may("results:kept")) return refuse("forbidden");
  const counted = await keptResults(parts, session);
  if (roles.includes("host")) return accept(counted.forHost);
  const isWall = roles.includes("screen") && session.settings.wall === "host";
  return accept(isWall ? counted.forWall : counted.forClass);
}

/** A session's results, for its host. */
export async function count(parts: Reading, session: SessionRecord): Promise<Counted> {
  return (await keptResults(parts, session)).all;
}

/** The results of one version of a session, and what host, class and projector see of them. */
type Kept = { all: Counted; forHost: Results; forClass: Results; forWall: Results };
type State = {
  version: number;
  exposed: number;
  lookedAt: number;
  countedAt: number;
  results: Promise<Kept>;
};
const SESSIONS_KEPT = 50;
/** How often exposures are counted, in milliseconds, like rankings. */
const STANDS = 1_000;
/** How long results are cached, in milliseconds, which also limits how long those of a deleted session stay. */
const KEPT_FOR = 60_000;
const keeping = new WeakMap<Dependencies["store"], Map<string, State>>();

/**
 * [L15] Counts once for each version of a session, however many ask at once. The version is read from the database,
 * because other servers write to it too. Every change raises it, except exposures.
 */
async function keptResults({ store }: Reading, session: SessionRecord): Promise<Kept> {
  const { id, version } = session;
  const kept = keeping.get(store) ?? new Map<string, State>();
  keeping.set(store, kept);
  const before = kept.get(id);
  if (before?.version === version && performance.now() - before.lookedAt < STANDS) return before.results;
  const exposed = (await store.rebuttals.exposed(id)) ?? 0;
  const known = kept.get(id); // a simultaneous request may have begun
  const countedAt = performance.now();
  if (known?.version === version && known.exposed === exposed) {
    known.lookedAt = countedAt;
    return known.results;
  }
  const results = countNow({ store }, session);
  // Compared by time, because timers that refer to results would keep those of the last minute in memory.
  const forget = () => {
    if (kept.get(id)?.countedAt === countedAt) kept.delete(id);
  };
  results.catch(forget);
  setTimeout(forget, KEPT_FOR).unref();
  kept.delete(id);
  kept.set(id, { version, exposed, lookedAt: countedAt, countedAt, results });
  if (kept.size > SESSIONS_KEPT) kept.delete(kept.keys().next().value ?? "");
  return results;
}

/** [R15] Keeps the best rebuttals only; all of them are in the export. */
function withinPage(results: Results): Results {
  const { length } = results.rebuttals;
  const rebuttals = onePage(results.rebuttals);
  return { ...results, rebuttals, ...(rebuttals.length < length && { rebuttalsInAll: length }) };
}

/** Counts the results, without ballots of removed participants and unpublished rebuttals. */
async function countNow({ store }: Reading, { id, code, phase, settings }: SessionRecord): Promise<Kept> {
  const { resolution, positions } = await store.sessions.debateOf(id);
  const rebuttals = await store.rebuttals.ofSession(id);
  const countAll = hidesSmallGroups(settings) ? countWithholding : countResults;
  const all = countAll({
    code,
    resolution,
    phase,
    rounds: roundsOf(settings),
    ballots: await store.ballots.ofSession(id),
    positions,
    rebuttals: rebuttals.filter(({ status }) => status === "published"),
    ...(await store.rebuttals.encounters(id)),
  });
  const forClass = withinPage(withhold(all));
  // [V12] The projector's results contain counts about rebuttals, but not their words.
  return { all, forHost: withinPage(all), forClass, forWall: { ...forClass, rebuttals: [] } };
}
