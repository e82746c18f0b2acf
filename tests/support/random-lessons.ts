import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { CHOICES, type Choice, DEBATE_ROUNDS, type Round, SIDES } from "#debate/rules/choices.ts";
import { IDENTITIES, REVEALS } from "#debate/rules/session-options.ts";
import type { TestServer } from "#tests/support/server.ts";

const MOST_PEOPLE = 30;
const MOST_REBUTTALS = 8;
/** What one student answers; not there: did not vote. */
type Way = Partial<Record<Round, Choice>>;
const choice = fc.constantFrom(...CHOICES);
const way: fc.Arbitrary<Way> = fc.record(
  { before: choice, reading: choice, after: choice },
  { requiredKeys: [] },
);
/** Steps that add up to nothing, and a class of which everyone is undecided. */
const EVEN: Way[] = [
  { before: "for", after: "against" },
  { before: "against", after: "for" },
];
const UNDECIDED: Way[] = [{ before: "undecided", after: "undecided" }];
const level = fc.integer({ min: 1, max: 5 });
const someone = fc.nat(MOST_PEOPLE - 1);
const someRebuttal = fc.nat(MOST_REBUTTALS - 1);

/** A lesson that may have taken place, with every setting that the exports follow. */
export const lesson = fc.record({
  settings: fc.record({
    identity: fc.constantFrom(...IDENTITIES),
    entry: fc.constantFrom("open", "personal"),
    questions: fc.record({ readingVote: fc.boolean() }),
    reveal: fc.constantFrom(...REVEALS),
  }),
  people: fc.constantFrom(0, 1, 2, 5, 9, MOST_PEOPLE),
  ways: fc.oneof(
    { weight: 4, arbitrary: fc.array(way, { minLength: MOST_PEOPLE, maxLength: MOST_PEOPLE }) },
    { weight: 1, arbitrary: fc.constantFrom(EVEN, UNDECIDED) },
  ),
  confidence: fc.option(level),
  outlooks: fc.array(fc.array(fc.option(level), { minLength: 4, maxLength: 4 }), {
    minLength: 1,
    maxLength: MOST_PEOPLE,
  }),
  removed: fc.array(someone, { maxLength: 3 }),
  rebuttals: fc.array(
    fc.record({
      author: someone,
      side: fc.constantFrom(...SIDES),
      decision: fc.constantFrom("published", "published", "published", "hidden", "pending"),
      answers: fc.option(someRebuttal),
      /** [R24] The one that it was merged into. */
      into: fc.option(someRebuttal),
      at: fc.nat(3),
    }),
    { maxLength: MOST_REBUTTALS },
  ),
  endorsed: fc.array(fc.tuple(someone, someRebuttal), { maxLength: 100 }),
  shown: fc.array(fc.tuple(someone, someRebuttal), { maxLength: 200 }),
  credits: fc.array(fc.tuple(someone, someRebuttal), { maxLength: 10 }),
});
type Lesson = typeof lesson extends fc.Arbitrary<infer Drawn> ? Drawn : never;

/** Stores a session as this lesson leaves it, which takes no sockets, and returns its code. */
export async function storeLesson(server: TestServer, given: Lesson): Promise<string> {
  const { code } = await server.open(given.settings);
  const { database } = server;
  const { id: sessionId } = await database.reader.session.findUniqueOrThrow({ where: { code } });
  const ids = Array.from({ length: given.people }, () => randomUUID());
  const removed = new Set(given.removed);
  const isAnonymous = given.settings.identity === "anonymous";
  const participants = ids.map((id, seat) => ({
    ...{ id, sessionId, name: `Student ${seat}`, joinedAt: 0n },
    removedAt: removed.has(seat) ? 1n : null,
  }));
  // [J10] In an anonymous session this is all that is left of a deleted seat.
  const seats = ids.flatMap((id, seat) => (isAnonymous && removed.has(seat) ? [] : [{ id, seat }]));
  const idOf = (seat: number) => seats.find((each) => each.seat === seat)?.id;
  const written = given.rebuttals.flatMap(({ author, side, decision, answers, into, at }) => {
    const participantId = idOf(author);
    const isDown = removed.has(author);
    return participantId === undefined
      ? []
      : [
          {
            ...{
              id: randomUUID(),
              sessionId,
              participantId,
              side,
              body: "Because.",
              at: BigInt(at),
              changed: 1,
            },
            ...{ decision, downWithSeat: isDown, status: isDown ? "hidden" : decision, answers, into },
          },
        ];
  });
  const rebuttals = written.map(({ answers, into, ...rebuttal }, place) => {
    const head = into !== null && into < place ? written[into] : undefined;
    const isMerged = rebuttal.status === "published" && head?.status === "published";
    return {
      ...rebuttal,
      replyTo: answers !== null && answers < place ? (written[answers]?.id ?? null) : null,
      ...(isMerged && head.side === rebuttal.side && { mergedInto: head.id, status: "hidden" }),
    };
  });
  const ballots = seats.flatMap(({ id, seat }) => {
    const way = given.ways[seat % given.ways.length] ?? {};
    const [, credited] = given.credits.find(([by]) => by === seat) ?? [];
    const creditRebuttal = credited === undefined ? undefined : rebuttals[credited]?.id;
    return DEBATE_ROUNDS.flatMap((round) => {
      const choice = way[round];
      if (choice === undefined || (round === "reading" && !given.settings.questions.readingVote)) return [];
      const [understanding = null, respect = null, ...later] =
        given.outlooks[seat % given.outlooks.length] ?? [];
      const outlook = {
        before: { understanding, respect },
        reading: {},
        after: { understanding: later[0] ?? null, respect: later[1] ?? null },
      }[round];
      const credit = round === "after" &&
        creditRebuttal && { creditRebuttal, creditWithout: "undecided", creditWhy: "w".repeat(50) };
      return [
        {
          ...{
            participantId: id,
            sessionId,
            round,
            choice,
            seq: 1n,
            castAt: 0n,
            confidence: given.confidence,
          },
          ...outlook,
          ...credit,
        },
      ];
    });
  });
  const met = (pairs: readonly (readonly [number, number])[]) => {
    const unique = new Map<string, { participantId: string; rebuttalId: string }>();
    for (const [seat, rebuttal] of pairs) {
      const [participantId, rebuttalId] = [idOf(seat), rebuttals[rebuttal]?.id];
      if (participantId && rebuttalId) unique.set(`${seat} ${rebuttal}`, { participantId, rebuttalId });
    }
    return [...unique.values()];
  };
  await database.write(async (to) => {
    await to.participant.createMany({ data: participants });
    await to.ballot.createMany({ data: ballots });
    await to.rebuttal.createMany({ data: rebuttals });
    await to.endorsement.createMany({ data: met(given.endorsed) });
    await to.exposure.createMany({ data: met(given.shown) });
    await to.session.update({ where: { id: sessionId }, data: { phase: "results", version: 9 } });
  });
  return code;
}
