import type { SayToPartner } from "#debate/protocol/phase-messages.ts";
import { personFor } from "#debate/rules/identity.ts";
import { scriptSeconds } from "#debate/rules/pair-script.ts";
import { type PairLine, pairsBy } from "#debate/rules/pairs.ts";
import { hasPairs } from "#debate/rules/phases.ts";
import { accept, type Result, refuse, tooOften } from "#debate/rules/result.ts";
import type { Seat } from "#server/sessions/cast.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { isHeldBack } from "#server/sessions/listed-words.ts";
import type { SessionChange } from "#server/store/session-change.ts";
import type { SessionRecord } from "#server/store/session-rows.ts";

/** [L5] How often a seat may ask for a place or another partner, and write. */
export const SEATING = { max: 20, window: 60 };
const SAYING = { max: 60, window: 60 };

/** Whether someone has a connection. */
type IsHere = (participantId: string) => boolean;

export const diceOf = ({ ids }: Pick<Dependencies, "ids">) => ({ draw: ids.draw, uuid: ids.uuid });

/** [P23] [P25] Pairs the class, begins the script, or ends it. */
export function steerPairs(
  parts: Dependencies,
  sessionId: string,
  act: "make" | "start" | "stop",
  isHere: IsHere,
): Promise<Result<void>> {
  return act === "make" ? makePairs(parts, sessionId, isHere) : runScript(parts, sessionId, act === "start");
}

async function makePairs(parts: Dependencies, sessionId: string, isHere: IsHere): Promise<Result<void>> {
  const { store, clock, announce } = parts;
  const session = await store.sessions.byId(sessionId);
  if (!session) return refuse("not-found");
  // [H1] Simulated students have no connections.
  const present = session.simulated === undefined ? isHere : () => true;
  const made = await store.pairs.make({ sessionId, at: clock(), isHere: present }, diceOf(parts));
  if (!made.ok) return made;
  announce.changed(sessionId, "now");
  for (const seat of made.value) announce.mine(seat);
  return accept(undefined);
}

/** [P25] The phase's timer shows how long the script takes; it only warns. */
async function runScript(
  { store, clock, announce }: Dependencies,
  sessionId: string,
  on: boolean,
): Promise<Result<void>> {
  const at = clock();
  const changed = await store.sessions.change(
    sessionId,
    ({ phase, settings, pairing }: SessionRecord): Result<SessionChange> => {
      if (phase !== "pairs" || !pairing) return refuse("wrong-phase");
      const { madeAt } = pairing;
      if (!on) return accept({ pairing: { madeAt }, phaseEndsAt: null, timerCloses: false });
      const phaseEndsAt = at + scriptSeconds(pairsBy(settings)) * 1_000;
      return accept({ pairing: { madeAt, startedAt: at }, phaseEndsAt, timerCloses: false });
    },
    () => ({ at, actor: "host", kind: on ? "pairs-started" : "pairs-stopped" }),
  );
  if (!changed.ok) return changed;
  announce.changed(sessionId, "now");
  announce.timer(sessionId);
  return accept(undefined);
}

/** [P24] A student who has no one is given a place: who came late, or came back. */
export async function joinPairs(
  parts: Dependencies,
  { sessionId, participantId }: Seat,
): Promise<Result<void>> {
  const { retryAfter } = await parts.limits.consume("pairs", participantId, SEATING);
  if (retryAfter !== null) return tooOften(retryAfter);
  const joined = await parts.store.pairs.join({
    ...{ sessionId, participantId, at: parts.clock(), dice: diceOf(parts) },
  });
  // A phone that asks does not know its place, also where it has one.
  if (joined.ok && !joined.value.includes(participantId)) parts.announce.mine(participantId);
  return told(parts, sessionId, joined);
}

/** [P24] After seats were removed or deleted: no one is left alone. */
export async function mendPairs(
  parts: Pick<Dependencies, "store" | "clock" | "announce" | "ids">,
  sessionId: string,
): Promise<void> {
  const session = await parts.store.sessions.byId(sessionId);
  if (!session || !hasPairs(session)) return;
  const touched = await parts.store.pairs.mend(sessionId, parts.clock(), diceOf(parts));
  told(parts, sessionId, accept(touched));
}

/** Tells the room, and the phones of those for whom anything changed. */
export function told(
  { announce }: Pick<Dependencies, "announce">,
  sessionId: string,
  changed: Result<string[]>,
): Result<void> {
  if (!changed.ok) return changed;
  if (changed.value.length > 0) announce.changed(sessionId);
  for (const seat of changed.value) announce.mine(seat);
  return accept(undefined);
}

/** [P27] Stores a line to one's partners. [W7] One with a listed word waits for the host. */
export async function sayToPartner(
  { store, clock, announce, limits }: Dependencies,
  { sessionId, participantId }: Seat,
  { id, body, to }: SayToPartner,
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
