import { countResults, type Results } from "#debate/counting/results.ts";
import { resultsPublic, roundsOf } from "#debate/rules/phases.ts";
import { accept, type Result, refuse } from "#debate/rules/result.ts";
import { type Act, mayDo, type Role } from "#debate/rules/rights.ts";
import type { Parts } from "#server/sessions/parts.ts";
import type { SessionRecord } from "#server/store/sessions.ts";

type Reading = Pick<Parts, "store">;

/** The results, for the host at any time and for others from `results` on. [A5] Kept to the class, only for some. */
export async function review(
  parts: Reading,
  session: SessionRecord,
  roles: Role[],
): Promise<Result<Results>> {
  const may = (act: Act) => roles.some((role) => mayDo(role, act));
  if (!resultsPublic(session.phase) && !may("results:early")) return refuse("wrong-phase");
  if (session.resultsKept && !may("results:kept")) return refuse("forbidden");
  return accept(await count(parts, session));
}

/** Counts what is stored, without the ballots of removed participants and the rebuttals that are not published. */
export async function count(
  { store }: Reading,
  { id, code, phase, settings }: SessionRecord,
): Promise<Results> {
  const { resolution, positions } = await store.sessions.debateOf(id);
  const rebuttals = await store.rebuttals.ofSession(id);
  return countResults({
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
