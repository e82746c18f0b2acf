import type { PaperRequest } from "#debate/protocol/requests.ts";
import { isSlipOf, roundsOnPaper, type Slip, type StoredSlip } from "#debate/rules/paper.ts";
import { present } from "#debate/rules/present.ts";
import { accept, type Result, refuse } from "#debate/rules/result.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import type { TakingSlips } from "#server/store/seats/paper-rows.ts";

/** [Y8] Stores new or changed ballot slips of the host, and returns all. */
export async function savePaper(
  { store, clock, announce }: Dependencies,
  sessionId: string,
  { slips: typed, change = false }: PaperRequest,
): Promise<Result<StoredSlip[]>> {
  const slips: Slip[] = typed.map(({ id, ...votes }) => ({ ...present(votes), id }));
  if (new Set(slips.map(({ id }) => id)).size < slips.length)
    return refuse("malformed", "slips: one id twice");
  const saved = await store.paper.save({ sessionId, at: clock(), change }, slips, (session) => {
    const rounds = roundsOnPaper(session);
    return slips.every((slip) => isSlipOf(rounds, slip)) ? accept(undefined) : refuse("wrong-phase");
  });
  if (!saved.ok) return saved;
  announce.changed(sessionId);
  return accept(await store.paper.ofSession(sessionId));
}

/** [Y9] Deletes a slip while slips can be typed in. */
export async function deletePaper(
  { store, clock, announce }: Dependencies,
  sessionId: string,
  id: string,
): Promise<Result<void>> {
  const takesSlips = (session: TakingSlips) =>
    roundsOnPaper(session).length > 0 ? accept(undefined) : refuse("wrong-phase");
  const deleted = await store.paper.remove({ sessionId, at: clock() }, id, takesSlips);
  if (deleted.ok) announce.changed(sessionId);
  return deleted;
}
