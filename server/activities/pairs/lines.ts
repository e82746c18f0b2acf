import type { Addressees, PairLine } from "#debate/activities/pairs/rules.ts";
import { personFor } from "#debate/rules/identity.ts";
import { accept, type Result, refuse, tooOften } from "#debate/rules/result.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { isHeldBack } from "#server/sessions/listed-words.ts";
import type { Seat } from "#server/sessions/seat.ts";

/** [L5] How often a seat may write. */
const SAYING = { max: 60, window: 60 };

/** [P27] Stores a line to one's partners. [W7] One with a listed word waits for the host. */
export async function sayToPartner(
  { store, clock, announce, limits }: Dependencies,
  { sessionId, participantId }: Seat,
  { id, body, to }: { id: string; body: string; to?: Addressees | undefined },
): Promise<Result<{ id: string }>> {
  const { retryAfter } = await limits.consume("pair-lines", participantId, SAYING);
  if (retryAfter !== null) return tooOften(retryAfter);
  const said = await store.pairs.say({
    ...{ sessionId, participantId, id, body, to, at: clock() },
    statusFor: ({ filter }) => (filter.holds && isHeldBack(body, filter.words) ? "pending" : "published"),
  });
  if (!said.ok) return said;
  for (const seat of said.value.seats) announce.mine(seat);
  if (said.value.isHeld) announce.changed(sessionId);
  return accept({ id });
}

/** [P27] What is written at a table, for the host. */
export async function readPairLines(
  { store }: Pick<Dependencies, "store">,
  sessionId: string,
  table: number,
): Promise<Result<{ lines: PairLine[] }>> {
  const session = await store.sessions.byId(sessionId);
  if (!session) return refuse("not-found");
  const lines = (await store.pairs.linesAt(sessionId, table)).map(
    ({ id, author, name, body, status, at }): PairLine => {
      const { name: by = "" } = personFor("host", session.settings.identity, {
        ...{ id: author, name, realName: null },
      });
      return { id, by, body, status, at: Number(at) };
    },
  );
  return accept({ lines });
}

/** [P27] Hides a line, or shows it. */
export async function moderatePairLine(
  { store, clock, announce }: Dependencies,
  sessionId: string,
  { lineId, action }: { lineId: string; action: "hide" | "show" },
): Promise<Result<void>> {
  const status = action === "hide" ? "hidden" : "published";
  const deciding = { sessionId, actor: "host", at: clock() } as const;
  const decided = await store.pairs.moderate(deciding, lineId, status);
  if (!decided.ok) return decided;
  if (decided.value.length > 0) announce.changed(sessionId, "now");
  for (const seat of new Set(decided.value)) announce.mine(seat);
  return accept(undefined);
}
