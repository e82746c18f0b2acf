import type { z } from "zod";
import { creditsThatCount } from "#debate/counting/credit.ts";
import { STRIDE } from "#debate/counting/drained.ts";
import type { CountedBallot, CountedRebuttal, Encounter } from "#debate/counting/input.ts";
import { readersByRebuttal } from "#debate/counting/ranking.ts";
import { emptyTally, total, votersOf } from "#debate/counting/tally.ts";
import type * as host from "#debate/protocol/answers/host.ts";
import { isOfDebate, ROUNDS, type Round } from "#debate/rules/choices.ts";
import { authorsOf, publishedOrMerged } from "#debate/rules/merging.ts";
import type { DownWith } from "#debate/rules/moderation.ts";
import type { RebuttalStatus } from "#debate/rules/rebuttal-terms.ts";

/** Whether someone voted in each round. Null if they did not, and still can, or no one did. */
export type Voted = Contributions["voted"];

/** [V19] What one seat did, in numbers of rebuttals, endorsements and people who give credit. */
export type Contributions = Omit<Row, "participantId" | "name" | "realName" | "removed" | "deletedWords">;
type Row = z.infer<typeof host.ParticipationRecord>["rows"][number];

type Written = Pick<CountedRebuttal, "id" | "participantId" | "replyTo" | "merged"> & {
  status: RebuttalStatus;
  downWith?: DownWith | undefined;
  mergedInto?: string | undefined;
};

/** `voted`: who has a ballot in which round. [B4] Ballots and endorsements are those of seats that were not removed. */
export type ParticipationInput = {
  seats: readonly string[];
  /** The round in which a vote is open. */
  open: Round | null;
  voted: readonly { participantId: string; round: Round }[];
  ballots: readonly CountedBallot[];
  rebuttals: readonly Written[];
  endorsements: readonly Encounter[];
};

/**
 * [V19] What each seat did, by its id. [K3] [K4] Endorsements are those of others' published rebuttals, each once; credits are those of
 * C1 to C4. [R32] Every author of what stands for several received them.
 */
export function* participationInSlices(
  input: ParticipationInput,
): Generator<void, Map<string, Contributions>> {
  const { seats, voted, ballots, rebuttals, endorsements } = input;
  const ended = new Set(voted.map(({ round }) => round).filter((round) => round !== input.open));
  const contributions = new Map(seats.map((id) => [id, none(ended)]));
  yield;
  for (const { participantId, round } of voted) {
    const own = contributions.get(participantId);
    if (own) own.voted[round] = true;
  }
  yield;
  const published = rebuttals.filter(({ status }) => status === "published");
  const credits = creditsThatCount(votersOf(ballots, ["after"]), published).rebuttals;
  yield;
  // [R32] A merged one was written, too.
  const written = new Set(publishedOrMerged(rebuttals));
  for (const rebuttal of rebuttals) {
    const own = contributions.get(rebuttal.participantId);
    if (!own) continue;
    if (written.has(rebuttal)) {
      own.rebuttals += 1;
      if (rebuttal.replyTo !== undefined) own.replies += 1;
    } else if (rebuttal.status !== "published") own[rebuttal.status] += 1;
  }
  yield;
  const writers = new Map(published.map((rebuttal) => [rebuttal.id, authorsOf(rebuttal)]));
  const receiversOf = (authors: Iterable<string>) =>
    [...authors].flatMap((id) => contributions.get(id) ?? []);
  for (const [id, authors] of writers) {
    const people = total(credits.get(id)?.toward ?? emptyTally());
    for (const receiver of receiversOf(authors)) receiver.credits += people;
  }
  yield;
  let looked = 0;
  for (const [rebuttalId, endorsers] of yield* readersByRebuttal(endorsements)) {
    const authors = writers.get(rebuttalId);
    if (!authors) continue;
    const receivers = receiversOf(authors);
    for (const endorser of new Set(endorsers)) {
      looked += 1;
      if (looked % STRIDE === 0) yield;
      if (authors.has(endorser)) continue;
      const giver = contributions.get(endorser);
      if (giver) giver.endorsementsGiven += 1;
      for (const receiver of receivers) receiver.endorsementsReceived += 1;
    }
  }
  return contributions;
}

function none(ended: ReadonlySet<Round>): Contributions {
  const rounds = ROUNDS.filter((round) => isOfDebate(round) || ended.has(round));
  const voted = Object.fromEntries(rounds.map((round) => [round, ended.has(round) ? false : null])) as Voted;
  const counts = { rebuttals: 0, replies: 0, pending: 0, hidden: 0 };
  return { voted, ...counts, endorsementsGiven: 0, endorsementsReceived: 0, credits: 0 };
}
