import type { Debate } from "#debate/content/debate.ts";
import { type Taught, type Usual, usualOf } from "#debate/counting/usual.ts";
import { resultsOpened } from "#debate/rules/steps.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { review } from "#server/sessions/review.ts";

/** The newest sessions of a debate count. */
const SESSIONS = 12;

/**
 * [D20] What a debate did in the instructor's own sessions. [V14] Those whose results are open, and of each only what its class may read:
 * in an anonymous session, sums of several sessions must not tell more than the results do.
 */
export async function usual(
  parts: Pick<Dependencies, "store" | "ids">,
  hostId: string,
  debate: Debate,
): Promise<Usual | null> {
  const { store } = parts;
  const sessions = (await store.sections.ofDebate(hostId, debate.id)).filter(resultsOpened);
  const taught: Taught[] = [];
  for (const session of sessions.slice(0, SESSIONS)) {
    const results = await review(parts, session, ["reviewer"]);
    if (!results.ok) continue;
    const { positions } = await store.sessions.debateOf(session.id);
    taught.push({ results: results.value, positions, moves: await store.timeline.moves(session.id) });
  }
  return taught.length === 0 ? null : usualOf(debate, taught);
}
