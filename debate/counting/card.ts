import type { z } from "zod";
import { ownOnCard } from "#debate/activities/index.ts";
import type { OwnOfActivities } from "#debate/activities/messages.ts";
import { cardOfActivities, type OwnForCard } from "#debate/activities/results.ts";
import type { Results } from "#debate/counting/results.ts";
import type * as answers from "#debate/protocol/answers/student-card.ts";
import type { Round } from "#debate/rules/choices.ts";
import { present } from "#debate/rules/present.ts";
import type { Mine, MyBallot, Rebuttal } from "#debate/rules/snapshot.ts";

/** One round: null where the student did not vote. [V33] `notHeld`: no one did. */
export type CardVote = CardContent["votes"][number];

/** What the student named as having moved them; of a classmate's rebuttal only that it was one. */
export type CardCredit = NonNullable<CardContent["credited"]>;

/** How the class received a rebuttal, in people; [K9] totals, and [Z2] without what the class may not see. */
export type Reception = NonNullable<CardRebuttal["reception"]>;

export type CardRebuttal = CardContent["rebuttals"][number];

/** [V21] [V34] What a student takes home: what they said, and from the opened results on what came of it. */
export type CardContent = Omit<
  StudentCard,
  "session" | "name" | "removed" | "wordsDeleted" | "isOpen" | "marks"
>;
type StudentCard = z.infer<typeof answers.StudentCard>;

type Own = OwnOfActivities & OwnForCard & Pick<Mine, "ballots"> & { rebuttals: readonly Rebuttal[] };

/**
 * [V34] `shown`: the results as the class may read them; null until it may, and for a removed seat. `answered`: words by the id of their
 * rebuttal, for a reader who may know them all.
 */
export function cardContent(
  own: Own,
  rounds: readonly Round[],
  shown: Results | null,
  notHeld: readonly Round[] = [],
  answered?: ReadonlyMap<string, string>,
): CardContent {
  const { ballots } = own;
  // [R32] What was merged has what stands for it received.
  const standing = (rebuttal: Rebuttal) => rebuttal.mergedInto ?? rebuttal.id;
  const near = new Set(own.rebuttals.flatMap((rebuttal) => [standing(rebuttal), rebuttal.replyTo]));
  const results = new Map(shown?.rebuttals.filter(({ id }) => near.has(id)).map((each) => [each.id, each]));
  const rebuttals = [...own.rebuttals]
    .sort((one, other) => one.at - other.at)
    .map((rebuttal) => {
      const { side, body, quote, source, status, downWith, replyTo = "" } = rebuttal;
      return {
        ...{ side, body, status, isReply: replyTo !== "" },
        ...present({
          quote,
          source,
          downWith,
          answers: answered?.get(replyTo) ?? results.get(replyTo)?.body,
        }),
        ...present({ reception: receptionOf(results.get(standing(rebuttal))) }),
      };
    });
  // Each once, also where it stands for several of one's own.
  const credits = [...new Set(own.rebuttals.map(standing))].flatMap((id) => results.get(id)?.credits ?? []);
  return {
    votes: rounds.map((round) => voteOf(round, ballots[round], notHeld.includes(round))),
    credited: creditOf(ballots.after),
    ...cardOfActivities(own, shown ?? {}),
    rebuttals,
    ...ownOnCard(own),
    ...(credits.length > 0 && { credits: credits.reduce((sum, people) => sum + people, 0) }),
  };
}

function voteOf(round: Round, ballot: MyBallot | undefined, notHeld: boolean): CardVote {
  if (!ballot) return { round, choice: null, ...(notHeld && { notHeld }) };
  const { choice, confidence, reason, outlook, control } = ballot;
  return { round, choice, ...present({ confidence, reason, outlook, control }) };
}

function creditOf(ballot: MyBallot | undefined): CardCredit | null {
  const { rebuttalId, paragraph, without, why } = ballot?.credit ?? {};
  if (rebuttalId === undefined && !paragraph) return null;
  const what = rebuttalId === undefined ? "paragraph" : "rebuttal";
  return { what, ...present({ paragraph, without, why }) };
}

function receptionOf(result: Results["rebuttals"][number] | undefined): Reception | null {
  if (!result) return null;
  const { endorsed, replies, credits } = result;
  return { endorsed, replies, ...present({ credits }) };
}
