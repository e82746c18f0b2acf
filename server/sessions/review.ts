import { type Counted, countResults, countWithholding, type Results } from "#debate/counting/results.ts";
import { withhold } from "#debate/counting/small-groups.ts";
import { resultsPublic, roundsOf, votesSealed } from "#debate/rules/phases.ts";
import { accept, type Result, refuse } from "#debate/rules/result.ts";
import { type Act, mayDo, type Role } from "#debate/rules/rights.ts";
import { hidesSmallGroups } from "#debate/rules/settings.ts";
import type { Parts } from "#server/sessions/parts.ts";
import type { SessionRecord } from "#server/store/sessions.ts";

type Reading = Pick<Parts, "store">;

/**
 * The results, for the host at any time and for others from `results` on, [Z2] without small groups where those are hidden.
 * [V9] Of an anonymous session for nobody before `results`.
 * [A5] Kept to the class, only for some.
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
  const results = await count(parts, session);
  if (roles.includes("host")) return accept(results);
  const told = withhold(results);
  // [V12] The projector counts in the results what students wrote, and does not have their words.
  const isWall = roles.includes("screen") && session.settings.wall === "host";
  return accept(isWall ? { ...told, rebuttals: [] } : told);
}

/** Counts what is stored, without the ballots of removed participants and the rebuttals that are not published. */
export async function count(
  { store }: Reading,
  { id, code, phase, settings }: SessionRecord,
): Promise<Counted> {
  const { resolution, positions } = await store.sessions.debateOf(id);
  const rebuttals = await store.rebuttals.ofSession(id);
  const counted = hidesSmallGroups(settings) ? countWithholding : countResults;
  return counted({
    code,
    resolution,
    phase,
    rounds: roundsOf(settings),
    ballots: await store.ballots.ofSession(id),
    positions,
    rebuttals: rebuttals.filter(({ status }) => status === "published"),
    ...(await store.rebuttals.encounters(id)),
  });
}
