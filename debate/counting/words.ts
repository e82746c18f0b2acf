import type { z } from "zod";
import { type Credited, creditCounts, creditedBy } from "#debate/counting/credit.ts";
import { drained } from "#debate/counting/drained.ts";
import type { CountedBallot, CountingInput } from "#debate/counting/input.ts";
import { bySide } from "#debate/counting/movement.ts";
import { POSITION } from "#debate/counting/positions.ts";
import { sortedInSlices } from "#debate/counting/sorted.ts";
import { emptyTally, type Voter, type Voters, votersOf } from "#debate/counting/tally.ts";
import type * as results from "#debate/protocol/answers/results-answer.ts";
import type * as words from "#debate/protocol/answers/words-answer.ts";
import { CHOICES, type Choice, type Round, type Side } from "#debate/rules/choices.ts";
import { present } from "#debate/rules/present.ts";
import type { WordsKind } from "#debate/rules/snapshot.ts";

/**
 * [V18] What a voter wrote with one ballot. `before` and `after`: the voter's first and last choice; `toward`: the
 * side that the way between them leads toward, null for those who stayed or voted once.
 */
export type Words = Omit<HostsWords, "choice" | "toward" | "picked" | "by"> & {
  choice: Choice;
  toward: Side | null;
};
type HostsWords = z.infer<typeof words.HostsWords>;
/** With whose they are, which only the server knows. */
export type VotersWords = Words & { participantId: string };

/** [V18] How many words the class may see: phones are sent all of them. */
export const PICKS = 30;

/** [V18] Words that the host lets the class see. Without `choice` and credit in an anonymous session. */
export type PickedWords = z.infer<typeof results.PickedWords>;

export type Mean = z.infer<typeof words.Mean>;
/**
 * `reasons`: how many of each camp [K1] gave one, `uncamped` are those without a first vote. `movers`: people toward each
 * side. `confidence`: of each camp in the first and last vote, null where no one gave any.
 */
export type WordsNumbers = z.infer<typeof words.WordsNumbers>;

/** Makes the id of a voter's words, which does not identify the voter. */
export type WordsId = (
  ballot: Pick<CountedBallot, "participantId" | "round">,
  kind: WordsKind,
  text: string,
) => string;

type Input = Pick<CountingInput, "ballots" | "rounds" | "rebuttals" | "isAnonymous">;

export const votersWords = (input: Input, idOf: WordsId): VotersWords[] =>
  drained(wordsInSlices(input, idOf));

/** So many voters' words are made in a few milliseconds. */
const VOTERS_AT_ONCE = 25;

/** [V18] All words of a class by their id, which is random: any other order would tell who wrote, or when. */
export function* wordsInSlices(
  { ballots, rounds, rebuttals, isAnonymous }: Input,
  idOf: WordsId,
): Generator<void, VotersWords[]> {
  const credited = creditedBy(rebuttals, isAnonymous);
  const all: VotersWords[] = [];
  let done = 0;
  for (const voter of votersOf(ballots, rounds).values()) {
    for (const round of rounds) {
      const ballot = voter[round];
      if (ballot) all.push(...wordsOf(ballot, voter, credited, idOf));
    }
    done += 1;
    if (done % VOTERS_AT_ONCE === 0) yield;
  }
  yield;
  return yield* sortedInSlices(all, (one, other) => (one.id < other.id ? -1 : 1));
}

function wordsOf(ballot: CountedBallot, voter: Voter, credited: Credited, idOf: WordsId): VotersWords[] {
  const { participantId, round, choice, confidence, reason, credit } = ballot;
  return textsIn(reason, credit?.why).map(({ kind, text }) => ({
    participantId,
    id: idOf(ballot, kind, text),
    kind,
    round,
    choice,
    ...present({ before: voter.before?.choice, after: voter.after?.choice }),
    toward: towardOf(voter),
    ...present({ confidence, credit: creditBeside(ballot, credited) }),
    text,
  }));
}

type Written = string | null | undefined;

/** The texts of a ballot: its reason, and the why of its credit. */
export function textsIn(reason: Written, why: Written): { kind: WordsKind; text: string }[] {
  const kinds = { reason, why };
  return (["reason", "why"] as const).flatMap((kind) => {
    const text = kinds[kind];
    return text ? [{ kind, text }] : [];
  });
}

function creditBeside(ballot: CountedBallot, credited: Credited): NonNullable<Words["credit"]> | undefined {
  const { rebuttalId: id, paragraph, without } = ballot.credit ?? {};
  if (id === undefined && !paragraph) return undefined;
  const rebuttalId = id && (credited.get(id)?.id ?? id);
  // [C1] Only the last vote gives credit.
  const counts = ballot.round === "after" && creditCounts(ballot, credited);
  return { ...present({ rebuttalId, paragraph, without }), counts };
}

function towardOf({ before, after }: Voter): Side | null {
  const way = before && after ? POSITION[after.choice] - POSITION[before.choice] : 0;
  if (way === 0) return null;
  return way > 0 ? "for" : "against";
}

type Voted = Pick<Input, "ballots" | "rounds">;

export const wordsNumbers = (input: Voted): WordsNumbers => drained(wordsNumbersInSlices(input));

/** [L15] Each number is counted in a slice of its own. */
export function* wordsNumbersInSlices({ ballots, rounds }: Voted): Generator<void, WordsNumbers> {
  const voters = votersOf(ballots, rounds);
  yield;
  const ways = [...voters.values()].map(towardOf);
  const movers = bySide((side) => ways.filter((way) => way === side).length);
  const reasons: WordsNumbers["reasons"] = [];
  for (const round of rounds) {
    yield;
    reasons.push(reasonsByCamp(voters, round));
  }
  const confidence = { for: NONE_GIVEN, against: NONE_GIVEN, undecided: NONE_GIVEN };
  for (const camp of CHOICES) {
    yield;
    confidence[camp] = confidenceOf(voters, camp);
  }
  return { reasons, movers, confidence };
}

function reasonsByCamp(voters: Voters, round: Round): WordsNumbers["reasons"][number] {
  const camps = { ...emptyTally(), uncamped: 0 };
  for (const voter of voters.values())
    if (voter[round]?.reason !== undefined) camps[voter.before?.choice ?? "uncamped"] += 1;
  return { round, ...camps };
}

type Confidence = WordsNumbers["confidence"][Choice];
const NONE_GIVEN: Confidence = { before: null, after: null };

function confidenceOf(voters: Voters, camp: Choice): Confidence {
  const members = [...voters.values()].filter(({ before }) => before?.choice === camp);
  const mean = (round: "before" | "after"): Mean | null => {
    const given = members.flatMap((voter) => voter[round]?.confidence ?? []);
    const sum = given.reduce((all, each) => all + each, 0);
    return given.length === 0 ? null : { n: given.length, mean: sum / given.length };
  };
  return { before: mean("before"), after: mean("after") };
}

/** How many gave a reason in each round, which the class may know where it sees the whole flow [Z2]. */
export function reasonsGiven(voters: Voters, rounds: readonly Round[]): { round: Round; n: number }[] {
  return rounds.map((round) => {
    const { uncamped, ...camps } = reasonsByCamp(voters, round);
    return { round, n: uncamped + CHOICES.reduce((sum, camp) => sum + camps[camp], 0) };
  });
}

/** [V18] Those among all words, by their ids, that the host picked, as the class sees them. [L15] The other words are not looked at. */
export function pickedWords(
  all: Pick<ReadonlyMap<string, Words>, "get">,
  picks: readonly string[],
  { withoutVotes }: { withoutVotes: boolean },
): PickedWords[] {
  return picks
    .toSorted((one, other) => (one < other ? -1 : 1))
    .flatMap((id) => all.get(id) ?? [])
    .map(({ id, kind, text, round, choice, credit }) => ({
      id,
      kind,
      text,
      round,
      ...(!withoutVotes && {
        choice,
        // A reason is about the vote, and not about what is credited beside it.
        ...(kind === "why" && present({ rebuttalId: credit?.rebuttalId, paragraph: credit?.paragraph })),
      }),
    }));
}
