import { isOpen } from "#debate/activities/open.ts";
import { pairsBy } from "#debate/activities/pairs/rules.ts";
import { scriptSeconds } from "#debate/activities/pairs/script.ts";
import { accept, type Result, refuse, tooOften } from "#debate/rules/result.ts";
import type { HostParts, Moving } from "#server/activities/activity-use.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import type { Seat } from "#server/sessions/seat.ts";
import type { SessionChange } from "#server/store/sessions/session-change.ts";
import type { SessionRecord } from "#server/store/sessions/session-rows.ts";

/** [L5] How often a seat may ask for a place or another partner. */
export const SEATING = { max: 20, window: 60 };

export const diceOf = ({ ids }: Pick<Dependencies, "ids">) => ({ draw: ids.draw, uuid: ids.uuid });

/** [P23] [P25] Pairs the class, begins the script, or ends it. */
export function controlPairs(
  parts: HostParts,
  sessionId: string,
  act: "make" | "start" | "stop",
): Promise<Result<void>> {
  return act === "make" ? makePairs(parts, sessionId) : runScript(parts, sessionId, act === "start");
}

async function makePairs(parts: HostParts, sessionId: string): Promise<Result<void>> {
  const { store, clock, announce } = parts;
  const session = await store.sessions.byId(sessionId);
  if (!session) return refuse("not-found");
  // [H1] Simulated students have no connections.
  const present = session.simulated === undefined ? await parts.present(sessionId) : null;
  const isHere = (id: string) => present?.has(id) ?? true;
  const made = await store.pairs.make({ sessionId, at: clock(), isHere }, diceOf(parts));
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
    ({ phase, settings, ofActivities: { pairing } }: SessionRecord): Result<SessionChange> => {
      if (phase !== "pairs" || !pairing) return refuse("wrong-phase");
      const { madeAt } = pairing;
      if (!on)
        return accept({ ofActivities: { pairing: { madeAt } }, phaseEndsAt: null, timerCloses: false });
      const phaseEndsAt = at + scriptSeconds(pairsBy(settings)) * 1_000;
      return accept({
        ofActivities: { pairing: { madeAt, startedAt: at } },
        phaseEndsAt,
        timerCloses: false,
      });
    },
    () => ({ at, actor: "host", kind: on ? "pairs-started" : "pairs-stopped" }),
  );
  if (!changed.ok) return changed;
  announce.changed(sessionId, "now");
  announce.timer(sessionId);
  return accept(undefined);
}

/** [P24] Seats a student without a partner, who came late or came back. */
export async function joinPairs(
  parts: Dependencies,
  { sessionId, participantId }: Seat,
): Promise<Result<void>> {
  const { retryAfter } = await parts.limits.consume("pairs", participantId, SEATING);
  if (retryAfter !== null) return tooOften(retryAfter);
  const joined = await parts.store.pairs.join({
    ...{ sessionId, participantId, at: parts.clock(), dice: diceOf(parts) },
  });
  // A phone that asks doesn't know its place, even if it has one.
  if (joined.ok && !joined.value.includes(participantId)) parts.announce.mine(participantId);
  return announceTo(parts, sessionId, joined);
}

/** [P24] After seats were removed or deleted, pairs those who are left alone. */
export async function mendPairs(parts: Moving, sessionId: string): Promise<void> {
  const session = await parts.store.sessions.byId(sessionId);
  if (!session || !isOpen("pairs", session)) return;
  const touched = await parts.store.pairs.mend(sessionId, parts.clock(), diceOf(parts));
  announceTo(parts, sessionId, accept(touched));
}

/** Notifies the room and the phones of the seats that changed. */
export function announceTo(
  { announce }: Pick<Dependencies, "announce">,
  sessionId: string,
  changed: Result<string[]>,
): Result<void> {
  if (!changed.ok) return changed;
  if (changed.value.length > 0) announce.changed(sessionId);
  for (const seat of changed.value) announce.mine(seat);
  return accept(undefined);
}
