import { laterTalliesOf } from "#debate/activities/results.ts";
import type { Results } from "#debate/counting/results.ts";
import { hidesSmallGroups } from "#debate/rules/session-options.ts";
import type { Tallies } from "#debate/rules/snapshot.ts";
import { resultsOpened } from "#debate/rules/steps.ts";
import { cachedResults } from "#server/sessions/cached-results.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import type { SessionRecord } from "#server/store/sessions/session-rows.ts";

/** [Z11] The tallies of opened results as the class first saw them; null if it sees none [Z1]. */
export async function classTallies(
  parts: Pick<Dependencies, "store" | "ids">,
  session: SessionRecord,
): Promise<Tallies | null> {
  if (!resultsOpened(session) || hidesSmallGroups(session.settings.identity)) return null;
  return talliesIn((await cachedResults(parts, session)).shown);
}

function talliesIn(shown: Results): Tallies {
  const tallies: Tallies = {};
  for (const { round, n, for: pro, against, undecided } of [...shown.rounds, ...laterTalliesOf(shown)])
    if (n > 0 && pro !== null && against !== null && undecided !== null)
      tallies[round] = { for: pro, against, undecided };
  return tallies;
}
