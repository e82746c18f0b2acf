import { comparedOf } from "#debate/activities/results.ts";
import { estimate, margin, stepsOf } from "#debate/counting/margin.ts";
import { movesIn, paired } from "#debate/counting/movement.ts";
import { type SignedSummary, SUMMARY_FORMAT, type Summary } from "#debate/protocol/answers/summary.ts";
import { accept, type Result, refuse } from "#debate/rules/result.ts";
import { resultsOpened } from "#debate/rules/steps.ts";
import { cachedResults } from "#server/sessions/cached-results.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import type { Signing } from "#server/sessions/summary/signing.ts";
import { hashOfDebate } from "#server/store/sessions/debate-hash.ts";
import type { SessionRecord } from "#server/store/sessions/session-rows.ts";

export type SummaryParts = Pick<Dependencies, "store" | "ids"> & {
  signing: Signing;
  publicUrl: string | undefined;
};

/**
 * [S24] What colleagues on other servers are told of a session. [S26] The first one is kept, so that no two can be subtracted. [S25]
 * `forbidden` where the class was not told the flow from which it follows.
 */
export async function summaryOf(parts: SummaryParts, session: SessionRecord): Promise<Result<SignedSummary>> {
  if (!resultsOpened(session)) return refuse("wrong-phase");
  const { store } = parts;
  const kept = await store.summaries.of(session.id);
  if (kept !== null) return accept(JSON.parse(kept));
  const made = await summarize(parts, session);
  if (!made.ok) return made;
  const content = JSON.stringify(await parts.signing.sign(made.value));
  const stored = await store.summaries.keep(session, made.value.id, content);
  return stored === null ? refuse("wrong-phase") : accept(JSON.parse(stored));
}

async function summarize(parts: SummaryParts, session: SessionRecord): Promise<Result<Summary>> {
  const { store, ids, signing, publicUrl } = parts;
  const { settings, simulated, createdAt, id } = session;
  if (simulated !== undefined) return refuse("forbidden", "a rehearsal");
  const { forClass, forHost } = await cachedResults(parts, session);
  // [Z11] As the class was first told it: votes counted now would show whose seat was removed since.
  const { matrix } = forClass.paired;
  if (!matrix) return refuse("forbidden", "its class is not told who moved");
  const moves = movesIn(matrix);
  const own = margin(moves);
  if (!own) return refuse("forbidden", "no one voted twice");
  const debate = await store.sessions.debateOf(id);
  const isAnonymous = settings.identity === "anonymous";
  const experiment = isAnonymous ? undefined : comparedOf(forHost);
  return accept({
    format: SUMMARY_FORMAT,
    id: ids.uuid(),
    resolution: debate.resolution,
    textHash: hashOfDebate(debate),
    date: new Date(createdAt).toISOString().slice(0, 10),
    n: paired(moves),
    points: own.points,
    ...estimate(stepsOf(moves)),
    ...(experiment && { experiment }),
    server: publicUrl ?? (await signing.thumbprint()),
  });
}
