import type { MissingDecision } from "#debate/activities/pairs/terms.ts";
import { type Result, tooOften } from "#debate/rules/result.ts";
import { announceTo, diceOf, SEATING } from "#server/activities/pairs/pairing.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import type { Seat } from "#server/sessions/seat.ts";

/** [P37] A student can't find the partner at that place, or has found them (`on` is false). */
export async function missPartner(
  parts: Dependencies,
  { sessionId, participantId }: Seat,
  { place, on }: { place: number; on: boolean },
): Promise<Result<void>> {
  const { retryAfter } = await parts.limits.consume("pairs", participantId, SEATING);
  if (retryAfter !== null) return tooOften(retryAfter);
  const { pairs } = parts.store;
  const seated = { sessionId, participantId, at: parts.clock(), place };
  return announceTo(parts, sessionId, await (on ? pairs.missing(seated) : pairs.found(seated)));
}

/** [P38] A student whom a partner can't find is there. */
export async function answerPartner(
  parts: Dependencies,
  { sessionId, participantId }: Seat,
): Promise<Result<void>> {
  const { retryAfter } = await parts.limits.consume("pairs", participantId, SEATING);
  if (retryAfter !== null) return tooOften(retryAfter);
  return announceTo(
    parts,
    sessionId,
    await parts.store.pairs.here({ sessionId, participantId, at: parts.clock() }),
  );
}

/** [P37] The host replaces a missing partner, or says that they are there. */
export async function decideMissing(
  parts: Dependencies,
  sessionId: string,
  decision: { participantId: string; partnerId: string; action: MissingDecision },
): Promise<Result<void>> {
  const deciding = { sessionId, actor: "host", at: parts.clock() } as const;
  return announceTo(
    parts,
    sessionId,
    await parts.store.pairs.decideMissing(deciding, decision, diceOf(parts)),
  );
}
