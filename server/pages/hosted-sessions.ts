import { saidFacts } from "#debate/counting/verdict-facts.ts";
import type { SessionRow } from "#debate/protocol/pages.ts";
import { present } from "#debate/rules/present.ts";
import { keptUntil } from "#debate/rules/retention.ts";
import { resultsOpened } from "#debate/rules/steps.ts";
import { whenGone } from "#server/platform/failures.ts";
import { comparableAmong } from "#server/sessions/compare.ts";
import { originStates } from "#server/sessions/debate-origins.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { retentionOf } from "#server/sessions/retention.ts";
import { resultsForHost } from "#server/sessions/review.ts";

/** An instructor's sessions for the dashboard; `verdicts`: how many of the newest say who won. */
export async function hostedSessions(
  parts: Dependencies,
  instructorId: string,
  verdicts: number,
): Promise<SessionRow[]> {
  const all = await parts.store.sessions.ofHost(instructorId);
  // [V14] The list may be on the projector while the results are covered.
  const opened = all.filter(({ session }) => resultsOpened(session));
  const judged = opened.slice(0, verdicts);
  // [H4] A rehearsal is compared with nothing.
  const held = opened.filter(({ session }) => session.simulated === undefined);
  const several = severalIn(await comparableAmong(parts, held));
  const ran = await originStates(
    parts,
    all.map(({ origin }) => origin),
  );
  const retention = await retentionOf(parts);
  const rows = all.map(async (hosted) => ({
    ...(await toSessionRow(parts, hosted, judged.includes(hosted), several.has(hosted))),
    ...present({ ran: ran(hosted.origin), keptUntil: keptUntil(hosted.session, retention) }),
  }));
  return Promise.all(rows);
}

type HostedSession = Awaited<ReturnType<Dependencies["store"]["sessions"]["ofHost"]>>[number];

async function toSessionRow(
  parts: Dependencies,
  hostedSession: HostedSession,
  judged: boolean,
  canCompare: boolean,
): Promise<SessionRow> {
  const { session, resolution, joined, voted, ofClass } = hostedSession;
  const { code, phase, createdAt, settings, simulated } = session;
  const counted = judged ? await resultsForHost(parts, session).catch(whenGone(null)) : null;
  const verdict = counted ? saidFacts(counted.verdict.facts) : null;
  const { name } = settings;
  const row = { code, name, resolution, phase, createdAt, joined, voted, canCompare, verdict };
  return { ...row, ...present({ simulated, ofClass }) };
}

/** [V22] Sessions with another one of the same resolution. */
function severalIn<Row extends { resolution: string }>(rows: readonly Row[]): Set<Row> {
  const times = new Map<string, number>();
  for (const { resolution } of rows) times.set(resolution, (times.get(resolution) ?? 0) + 1);
  return new Set(rows.filter(({ resolution }) => (times.get(resolution) ?? 0) > 1));
}
