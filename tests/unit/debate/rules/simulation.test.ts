import fc from "fast-check";
import { expect, test } from "vitest";
import { tallyRound, votersOf } from "#debate/counting/tally.ts";
import { admits, type BallotIntent } from "#debate/rules/ballots.ts";
import { CHOICES, type Choice, ROUNDS, type Round } from "#debate/rules/choices.ts";
import { PHASES, type Phase } from "#debate/rules/phase-order.ts";
import { canMove, isJoinable, roundsOf } from "#debate/rules/phases.ts";
import { Settings } from "#debate/rules/settings.ts";
import type { Snapshot, Tallies, Tally } from "#debate/rules/snapshot.ts";
import { viewFor } from "#debate/rules/views.ts";
import { createDice } from "#tests/support/chance.ts";

const RUNS = 3_000;
const SEATS = 5;
/** The students who are there from the start; the others come late, or never. */
const EARLY = [0, 1, 2];
const STEPS = 30;

/** What can happen in a session. */
type Step =
  | { do: "move"; to: Phase }
  | { do: "cast"; by: number; ballot: BallotIntent }
  | { do: "join"; by: number }
  | { do: "remove"; by: number }
  | { do: "lock"; on: boolean }
  | { do: "reveal"; on: boolean };

type Views = Record<"host" | "screen" | "student", Snapshot>;

/** A session that asks the rules, as the server does. */
function ruledSession(settings: Settings) {
  const ballots = new Map<string, { participantId: string; round: Round; choice: Choice; seq: number }>();
  const seated = new Set<number>();
  const removed = new Set<number>();
  let phase: Phase = "lobby";
  let [locked, revealed] = [false, false];
  return {
    run(step: Step): string {
      switch (step.do) {
        case "move":
          if (!canMove(phase, step.to, settings)) return "wrong-phase";
          phase = step.to;
          revealed = false;
          return "ok";
        case "join":
          if (seated.has(step.by)) return removed.has(step.by) ? "removed" : "ok";
          if (!isJoinable({ phase, locked, resultsKept: false })) return "closed";
          seated.add(step.by);
          return "ok";
        case "cast": {
          const { by, ballot } = step;
          if (!seated.has(by)) return "not-found";
          const place = `${by} ${ballot.round}`;
          const storedSeq = ballots.get(place)?.seq ?? null;
          const decided = admits({ phase, settings, removed: removed.has(by), storedSeq }, ballot);
          if (!decided.ok) return decided.code;
          if (decided.value.store) ballots.set(place, { participantId: `${by}`, ...ballot });
          return "ok";
        }
        case "remove":
          if (!seated.has(step.by)) return "not-found";
          removed.add(step.by);
          return "ok";
        case "lock":
          locked = step.on;
          return "ok";
        case "reveal":
          revealed = step.on;
          return "ok";
      }
    },
    views(): Views {
      const standing = [...ballots.values()].filter((ballot) => !removed.has(Number(ballot.participantId)));
      const voters = votersOf(standing, roundsOf(settings));
      const tallies: Tallies = {};
      for (const round of roundsOf(settings)) {
        const { round: _, n, ...tally } = tallyRound(voters, round);
        if (n > 0) tallies[round] = tally;
      }
      const joined = [...seated].filter((seat) => !removed.has(seat)).length;
      const timer = { phaseEndsAt: null, timerCloses: false };
      const told = {
        version: 1,
        onWall: null,
        resultsKept: false,
        queue: 0,
        step: null,
        opened: false,
        guessed: 0,
        ...timer,
        locked,
        revealed,
        joined,
      };
      // [Z11] What a class was first told is kept by the store, in integration/frozen-results.
      const room = { ...told, phase, settings, tallies, publicTallies: tallies };
      return {
        host: viewFor({ role: "host" }, room),
        screen: viewFor({ role: "screen" }, room),
        student: viewFor({ role: "student", participantId: null }, room),
      };
    },
  };
}

/** The rules again, in the simplest form: a list of everything that happened, and filters over it. */
function simplestRules({ questions: { readingVote, confidence } }: Settings) {
  const line = readingVote
    ? ["lobby", "before", "reading", "reading-vote", "rebuttal", "after", "results", "closed"]
    : ["lobby", "before", "reading", "rebuttal", "after", "results", "closed"];
  const voteIn: Record<string, Round | undefined> = {
    before: "before",
    "reading-vote": "reading",
    after: "after",
  };
  const counted: { by: number; ballot: BallotIntent }[] = [];
  let joined: number[] = [];
  let gone: number[] = [];
  let phase = "lobby";
  let [locked, revealed] = [false, false];
  const newest = (by: number, round: Round) =>
    counted
      .filter((each) => each.by === by && each.ballot.round === round)
      .reduce<BallotIntent | undefined>(
        (best, { ballot }) => (best && best.seq >= ballot.seq ? best : ballot),
        undefined,
      );
  const count = (round: Round): Tally => {
    const tally = { for: 0, against: 0, undecided: 0 };
    for (const by of joined.filter((each) => !gone.includes(each))) {
      const ballot = newest(by, round);
      if (ballot) tally[ballot.choice] += 1;
    }
    return tally;
  };
  const total = (tally: Tally) => tally.for + tally.against + tally.undecided;

  return {
    run(step: Step): string {
      if (step.do === "move") {
        const [from, to] = [line.indexOf(phase), line.indexOf(step.to)];
        const skipsVote = phase === "reading" && step.to === "rebuttal";
        if (to === -1 || to === from || (to > from + 1 && !skipsVote)) return "wrong-phase";
        phase = step.to;
        revealed = false;
      } else if (step.do === "join") {
        if (gone.includes(step.by)) return "removed";
        if (!joined.includes(step.by) && (locked || phase === "closed")) return "closed";
        joined = [...new Set([...joined, step.by])];
      } else if (step.do === "remove") {
        if (!joined.includes(step.by)) return "not-found";
        gone = [...gone, step.by];
      } else if (step.do === "cast") {
        const { by, ballot } = step;
        if (!joined.includes(by)) return "not-found";
        if (gone.includes(by)) return "removed";
        const known = newest(by, ballot.round);
        if (known && ballot.seq <= known.seq) return "ok";
        if (phase === "closed") return "closed";
        if (voteIn[phase] !== ballot.round) return "wrong-phase";
        if (ballot.confidence !== undefined && !confidence) return "forbidden";
        counted.push({ by, ballot });
      } else if (step.do === "lock") locked = step.on;
      else revealed = step.on;
      return "ok";
    },
    /** Where most moves lead, and where most ballots belong: purely random moves would hardly ever hold a vote. */
    next: () => (line[line.indexOf(phase) + 1] ?? phase) as Phase,
    open: () => voteIn[phase],
    /** What each audience must be told of tallies, and everybody of the turnout. */
    expected() {
      const isOver = phase === "results" || phase === "closed";
      const voted = ROUNDS.filter((round) => total(count(round)) > 0);
      const all = Object.fromEntries(voted.map((round) => [round, count(round)]));
      const { [voteIn[phase] ?? "none"]: _open, ...others } = all as Record<string, Tally>;
      const unveiled = voted.length > 0 ? all : undefined;
      const hosts = Object.keys(others).length > 0 ? others : undefined;
      const begun = line.slice(0, line.indexOf(phase) + 1).flatMap((each) => voteIn[each] ?? []);
      const round = begun.at(-1) ?? "before";
      return {
        tally: {
          host: isOver ? all : revealed ? unveiled : hosts,
          screen: isOver ? all : revealed ? unveiled : undefined,
          student: isOver ? all : undefined,
        },
        turnout: { round, voted: total(count(round)) },
        joined: joined.filter((by) => !gone.includes(by)).length,
      };
    },
  };
}

const seat = fc.nat(SEATS - 1);
const ballot: fc.Arbitrary<BallotIntent> = fc.record(
  {
    round: fc.constantFrom(...ROUNDS),
    choice: fc.constantFrom(...CHOICES),
    seq: fc.nat(6),
    confidence: fc.integer({ min: 1, max: 5 }),
  },
  { requiredKeys: ["round", "choice", "seq"] },
);
const usual = fc.nat(3).map((number) => number > 0);
const step = fc.oneof(
  { weight: 12, arbitrary: fc.record({ do: fc.constant("cast" as const), by: seat, ballot, usual }) },
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant("move" as const), to: fc.constantFrom(...PHASES), usual }),
  },
  { weight: 6, arbitrary: fc.record({ do: fc.constant("join" as const), by: seat }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("retry" as const), of: fc.nat(STEPS) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("remove" as const), by: seat }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("lock" as const), on: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("reveal" as const), on: fc.boolean() }) },
);
type Given = typeof step extends fc.Arbitrary<infer T> ? T : never;

const seen = { stored: 0, refused: 0, shown: 0 };

/** Plays one session on both, and compares them after every step. */
function play(settings: Settings, session: Given[]): void {
  const [ruled, expected] = [ruledSession(settings), simplestRules(settings)];
  const casts: Step[] = [];
  for (const given of session) {
    const step = made(given);
    if (!step) continue;
    if (given.do === "cast") casts.push(step);
    const answer = expected.run(step);
    if (ruled.run(step) !== answer) throw new Error(`${JSON.stringify(step)} should be ${answer}`);
    if (step.do === "cast") seen[answer === "ok" ? "stored" : "refused"] += 1;
    check(ruled.views(), expected.expected());
  }

  function made(given: Given): Step | undefined {
    // A retry sends an earlier cast again, word for word.
    if (given.do === "retry") return casts[given.of % Math.max(1, casts.length)];
    if (given.do === "move") return given.usual ? { ...given, to: expected.next() } : given;
    if (given.do !== "cast" || !given.usual) return given;
    return { ...given, ballot: { ...given.ballot, round: expected.open() ?? given.ballot.round } };
  }
}

function check(
  views: Views,
  { tally, ...all }: ReturnType<ReturnType<typeof simplestRules>["expected"]>,
): void {
  for (const role of ["host", "screen", "student"] as const) {
    const { turnout, joined, tally: told } = views[role];
    if (told) seen.shown += 1;
    const is = JSON.stringify({ tally: told, turnout, joined });
    const shouldBe = JSON.stringify({ tally: tally[role], ...all });
    if (is !== shouldBe) throw new Error(`${role} is told ${is} and not ${shouldBe}`);
  }
}

const TITLE = `[P3][P6][B1][B3][B4][B5][V1] ${RUNS} simulated sessions give the same as the rules in their simplest form`;
test(TITLE, { timeout: RUNS + 60_000 }, () => {
  const { seed } = createDice();
  const questions = fc.record({ readingVote: fc.boolean(), confidence: fc.boolean() });
  const schedule = fc.array(step, { minLength: 10, maxLength: STEPS, size: "max" });
  const arrivals = EARLY.map((by) => ({ do: "join" as const, by }));
  fc.assert(
    fc.property(questions, schedule, (asked, session) =>
      play(Settings.parse({ questions: asked }), [...arrivals, ...session]),
    ),
    { numRuns: RUNS, seed },
  );
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(RUNS);
  process.stdout.write(`${RUNS} sessions: ${JSON.stringify(seen)}\n`);
});
