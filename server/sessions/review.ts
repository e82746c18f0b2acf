import type { Results } from "#debate/counting/results.ts";
import { votesSealed } from "#debate/rules/phases.ts";
import { accept, type Result, refuse } from "#debate/rules/result.ts";
import { type Act, mayDo } from "#debate/rules/rights.ts";
import type { Role } from "#debate/rules/roles.ts";
import { resultsOpened } from "#debate/rules/steps.ts";
import { cachedResults } from "#server/sessions/cached-results.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { pickedIn, withPicked } from "#server/sessions/picked-words.ts";
import type { SessionRecord } from "#server/store/sessions/session-rows.ts";

type Reading = Pick<Dependencies, "store" | "ids">;

/**
 * Who may read the results: the host at any time, others from `results` on. [V9] No one may read those of an anonymous session
 * before `results`. [A5] If they are kept to the class, only some may.
 */
export function mayReview(session: SessionRecord, roles: readonly Role[]): Result<void> {
  const may = (act: Act) => roles.some((role) => mayDo(role, act));
  const isEarly = !resultsOpened(session);
  if (votesSealed(session) || (isEarly && !may("results:early"))) return refuse("wrong-phase");
  return session.resultsKept && !may("results:kept") ? refuse("forbidden") : accept(undefined);
}

/** The results, [Z2] of an anonymous session without small groups. */
export async function review(
  parts: Reading,
  session: SessionRecord,
  roles: Role[],
): Promise<Result<Results>> {
  const may = mayReview(session, roles);
  if (!may.ok) return may;
  const counted = await cachedResults(parts, session);
  // [V12] The projector gets only words that are put there.
  if (roles.includes("screen")) return accept(counted.forWall);
  const { forHost, forClass } = counted;
  return accept(withPicked(roles.includes("host") ? forHost : forClass, await pickedIn(parts, session)));
}

/** A session's results, for its host. */
export async function resultsForHost(parts: Reading, session: SessionRecord): Promise<Results> {
  return (await cachedResults(parts, session)).forHost;
}
