import { newestBallots, stillEndorsed, withBatch, withPage } from "#app/live/newest.ts";
import { activitiesInOwnTime, OWN_UNTIL_VOTE } from "#debate/activities/index.ts";
import type { ResultMessage } from "#debate/counting/reveal.ts";
import type { PickedWords } from "#debate/counting/words.ts";
import type { Synced } from "#debate/protocol/events.ts";
import type { LiveStart } from "#debate/protocol/pages.ts";
import { opensVote, resultsPublic } from "#debate/rules/phases.ts";
import { present } from "#debate/rules/present.ts";
import type { LogEntry, Mine, Rebuttal, RebuttalBatch, Roster, Snapshot } from "#debate/rules/snapshot.ts";

/**
 * `live`: connected and in step. `reconnecting`: lost, and trying again. `removed`: the host took the seat.
 * `gone`: the session was deleted. `refused`: the server does not let this page in (signed out, wrong key).
 */
export type Connection = "connecting" | "live" | "reconnecting" | "removed" | "gone" | "refused";

export type LiveState = {
  connection: Connection;
  /** Whether the server can store anything. */
  canStore: boolean;
  /** [B10] For the host: how many are writing about their votes. */
  writing?: number;
  /** [W20] A press of the control room was reported as failed, and the newest state has not been received since. */
  unconfirmed?: boolean;
  snapshot: Snapshot;
  /** [V14] From `results` on: what the step shows. */
  result: ResultMessage | null;
  /** [V18] The words that the host picked, once the class may read the results. */
  picked: readonly PickedWords[];
  rebuttals: ReadonlyMap<string, Rebuttal>;
  /** [R15] Whether all there is has been here since the page was loaded: what comes from then on is new. */
  hasAll?: true;
  you: Mine | null;
  roster: Roster | null;
  log: readonly LogEntry[];
  cursor: number;
};

/** What a page was rendered with. */
export type Start = LiveStart & { version?: number; you?: Mine; roster?: Roster };

export function startingState(start: Start): LiveState {
  return {
    connection: "connecting",
    canStore: true,
    snapshot: start.snapshot,
    result: start.result ?? null,
    picked: start.picked ?? [],
    rebuttals: new Map(start.rebuttals.map((rebuttal) => [rebuttal.id, rebuttal])),
    you: start.you ?? null,
    roster: start.roster ?? null,
    log: [],
    cursor: start.cursor,
  };
}

type Followed = { answer: Synced; before: LiveState; crossing: readonly RebuttalBatch[] };

/**
 * [W9] What the answer to a `sync` changes. It may be older than what came while it was on its way (`crossing`);
 * `before` is from when it was asked for.
 */
export function followed(state: LiveState, { answer, before, crossing }: Followed): Partial<LiveState> {
  const { you, roster, log, result, picked } = state;
  return {
    ...withPage(answer.more ? state.rebuttals : new Map(), answer, crossing),
    ...(!answer.more && { hasAll: true }),
    you:
      answer.you && you && before.you !== you ? ownSince(you, before.you, answer.you) : (answer.you ?? you),
    result:
      result === before.result && !isOvertaken(answer.session, state.snapshot)
        ? (answer.result ?? null)
        : result,
    picked: picked === before.picked ? (answer.picked ?? []) : picked,
    roster: roster === before.roster ? (answer.roster ?? roster) : roster,
    log: log === before.log ? (answer.log ?? log) : log,
  };
}

/** [W9] The answer, but each part of `you` that changed while it was on its way, and each round's newest ballot [B3]. */
function ownSince(you: Mine, before: Mine | null, answer: Mine): Mine {
  const changed: Partial<Mine> = {};
  for (const key of Object.keys({ ...before, ...you }) as (keyof Mine)[])
    if (you[key] !== before?.[key]) Object.assign(changed, { [key]: you[key] });
  const { ballots } = before?.ballots === you.ballots ? answer : newestBallots(you, answer);
  return present({ ...answer, ...changed, ballots }) as Mine;
}

/** Whether an answer is about an older step or phase than the snapshot. The new result comes separately. */
function isOvertaken(answer: Snapshot, { version, step }: Snapshot): boolean {
  return answer.version < version && answer.step !== step;
}

/** Clocks run by this device's, whatever it says; `offset`: the server's less that, in milliseconds. */
export function inOwnTime(received: Snapshot, offset: number): Snapshot {
  const { phaseEndsAt } = received;
  return {
    ...received,
    ...(phaseEndsAt !== undefined && { phaseEndsAt: phaseEndsAt - offset }),
    ...activitiesInOwnTime(received, offset),
  };
}

/** What a batch of rebuttals changes. */
export function afterBatch(
  { rebuttals, cursor, you }: Pick<LiveState, "rebuttals" | "cursor" | "you">,
  batch: RebuttalBatch,
): Partial<LiveState> {
  const endorsed = you && stillEndorsed(you.endorsed, rebuttals, batch.changed);
  return {
    rebuttals: withBatch(rebuttals, batch),
    cursor: Math.max(batch.cursor, cursor),
    ...(endorsed && endorsed !== you.endorsed && { you: { ...you, endorsed } }),
  };
}

/** [V14] Back before the results, what was counted then no longer holds, and once a vote opens, nor does what activities name. */
export function afterSnapshot(
  { result, you }: Pick<LiveState, "result" | "you">,
  { phase }: Snapshot,
): Pick<LiveState, "result" | "you"> {
  if (resultsPublic(phase)) return { result, you };
  const isPast = OWN_UNTIL_VOTE.some((field) => you?.[field] !== undefined);
  if (!you || !isPast || !opensVote(phase)) return { result: null, you };
  const rest = { ...you };
  for (const field of OWN_UNTIL_VOTE) delete rest[field];
  return { result: null, you: rest };
}
