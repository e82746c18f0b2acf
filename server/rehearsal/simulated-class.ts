import type { Debate } from "#debate/content/debate.ts";
import { asksOutlook, type BallotIntent, type Credit, type Outlook } from "#debate/rules/ballots.ts";
import type { Choice, Round } from "#debate/rules/choices.ts";
import { EXIT_LINES, takesExitTickets } from "#debate/rules/exit-ticket.ts";
import { openRound, type Phase } from "#debate/rules/phases.ts";
import { takesSpeakers } from "#debate/rules/speaking.ts";
import { optionalPhases } from "#server/rehearsal/optional-phases.ts";
import { draw, type PlannedStudent, pick, plannedStudents } from "#server/rehearsal/planned-students.ts";
import type { Appeal, Script } from "#server/rehearsal/script.ts";
import { scriptFor } from "#server/rehearsal/script-for.ts";
import { answerQuestions } from "#server/sessions/answer-questions.ts";
import { cast, type Seat } from "#server/sessions/cast.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { join } from "#server/sessions/join.ts";
import { markUnclear, readBoth } from "#server/sessions/reading.ts";
import { endorse, rebut, seen } from "#server/sessions/rebut.ts";
import { askToSpeak } from "#server/sessions/speak.ts";
import { castGuess } from "#server/sessions/step.ts";
import { writeExit } from "#server/sessions/write-exit.ts";
import type { SessionRecord } from "#server/store/session-rows.ts";

/** How long the class takes, in seconds. */
const JOINING = 8;
const VOTING = 12;
const GUESSING = 8;
const ANSWERING = 20;
const BETWEEN_REBUTTALS = 3;
const READING_ONE = 10;
const READING_BOTH = 10;
/** At most so many read each rebuttal: a class of 300 would otherwise send thousands of messages. */
const READERS = 30;
/** How rebuttals of people are received. */
const GUESTS_APPEAL: Appeal = { for: 0.4, against: 0.4, undecided: 0.4 };

type Student = PlannedStudent & {
  seat: Seat | null;
  seq: number;
  voted: Set<Round>;
  hasGuessed: boolean;
  hasAnswered: boolean;
};
/** Something that a student does at a time, unless the class has moved on by then. */
type Deed = { at: number; phase: Phase | null; act: () => Promise<unknown> };

export type SimulatedClass = ReturnType<typeof createSimulatedClass>;

/** [H1] Students that follow the host's moves through the same use cases as phones. Times are the server's clock's. */
export function createSimulatedClass(parts: Dependencies, opened: SessionRecord, debate: Debate) {
  const script = scriptFor(debate);
  const { settings, id: sessionId } = opened;
  const questions = settings.comprehension ? (debate.kit?.questions ?? []) : [];
  const students: Student[] = plannedStudents(settings.simulated ?? 0).map((plan) => ({
    ...plan,
    seat: null,
    seq: 0,
    voted: new Set<Round>(),
    hasGuessed: false,
    hasAnswered: false,
  }));
  const authors = authorsOf(script, students);
  /** The ids of rebuttals that were posted, by key. */
  const posted = new Map<string, string>();
  const noticed = new Set<string>();
  let agenda: Deed[] = [];
  let phase: Phase = opened.phase;

  const inSeconds = (seconds: number, act: Deed["act"], whatever = false) =>
    agenda.push({ at: parts.clock() + seconds * 1_000, phase: whatever ? null : phase, act });
  const planOptional = optionalPhases(parts, script, students, inSeconds);
  for (const student of students) inSeconds(JOINING * draw("join", student.number), () => sit(student), true);

  async function sit(student: Student): Promise<void> {
    const joined = await join(parts, opened, {
      name: settings.identity === "named" ? `${script.name} ${student.number + 1}` : undefined,
      isForm: false,
      seatId: null,
      address: "rehearsal",
    });
    // Joining may be closed by now.
    if (!joined.ok) return;
    student.seat = { sessionId, participantId: joined.value.participant.id };
    planVote(student);
    planAnswers(student);
  }

  function planVote(student: Student): void {
    const round = openRound(phase);
    const { seat, number } = student;
    if (!round || !seat || student.voted.has(round) || (round === "after" && student.leavesEarly)) return;
    const seconds = 1 + VOTING * draw("vote", round, number) ** 1.5;
    inSeconds(seconds, () => vote(student, seat, ballotOf(student, round)));
    // Now and then a student taps at random first and corrects it later.
    if (draw("tap", round, number) < 0.1) {
      const choice = pick(["for", "against", "undecided"] as const, "tap", number) ?? "undecided";
      inSeconds(seconds / 2, () => vote(student, seat, { round, choice }));
    }
  }

  async function vote(student: Student, seat: Seat, ballot: Omit<BallotIntent, "seq">): Promise<void> {
    student.seq += 1;
    const { credit: _, ...plain } = ballot;
    const answer = await cast(parts, seat, { ...ballot, seq: student.seq });
    // The host may have hidden the credited rebuttal: then send the vote alone.
    const again = answer.ok ? answer : await cast(parts, seat, { ...plain, seq: student.seq });
    if (again.ok) student.voted.add(ballot.round);
  }

  /** [B5] Only what the session asks for. */
  function ballotOf(student: Student, round: Round): Omit<BallotIntent, "seq"> {
    const { number } = student;
    const choice = choiceIn(student, round);
    const sure = draw("sure", round, number);
    const confidence = choice === "undecided" ? 2 : 3 + Math.floor(sure * 3);
    return {
      round,
      choice,
      ...(settings.confidence && sure < 0.8 && { confidence }),
      ...(settings.reasons &&
        round === "before" &&
        sure < 0.4 && { reason: pick(script.reasons[choice], "reason", number) }),
      ...(settings.credit && round === "after" && { credit: creditOf(student) }),
      ...(asksOutlook(settings, round) && { outlook: outlookOf(student, round) }),
    };
  }

  /** Most understand the other side a little better afterwards. */
  function outlookOf({ number }: Student, round: Round): Outlook {
    const level = (about: string) => {
      const grown = round === "after" && draw("outlook", about, "grown", number) < 0.6 ? 1 : 0;
      return 2 + Math.floor(draw("outlook", about, number) * 3) + grown;
    };
    return { understanding: level("understanding"), respect: level("respect") };
  }

  function creditOf(student: Student): Credit | undefined {
    const { before, after, number } = student;
    if (before === after) return undefined;
    const possible = script.credits[after].filter(
      ({ key }) => key === undefined || (posted.has(key) && authors.get(key) !== student),
    );
    const credited = pick(possible, "credit", number);
    if (!credited) return undefined;
    const { key, paragraph, why } = credited;
    const what = key === undefined ? { paragraph } : { rebuttalId: posted.get(key) };
    return { ...what, without: before, why };
  }

  /** [X10] Most read both sides, and some don't understand a sentence at the beginning of a paragraph. */
  function planReading(): void {
    for (const { seat, number } of students) {
      if (!seat) continue;
      const position = pick(debate.positions, "unclear side", number);
      const paragraph = pick(position?.paragraphs ?? [], "unclear", number);
      const seconds = READING_BOTH * (1 + draw("both", number));
      if (position && paragraph && draw("understands", number) < 0.3)
        inSeconds(seconds / 2, () =>
          markUnclear(parts, seat, { side: position.side, n: paragraph.n, sentence: 1, on: true }),
        );
      if (draw("reads", number) < 0.9) inSeconds(seconds, () => readBoth(parts, seat, true));
    }
  }

  function planRebuttals(): void {
    for (const [place, rebuttal] of script.rebuttals.entries()) {
      const author = authors.get(rebuttal.key);
      if (author && !posted.has(rebuttal.key))
        inSeconds(2 + BETWEEN_REBUTTALS * (place + draw("post", place)), () => post(author, rebuttal));
    }
  }

  async function post({ seat }: Student, rebuttal: Script["rebuttals"][number]): Promise<void> {
    const { key, side, body, quote, replyTo } = rebuttal;
    if (!seat) return;
    const id = parts.ids.uuid();
    noticed.add(id);
    const answer = await rebut(parts, seat, {
      id,
      side,
      body,
      quote,
      replyTo: replyTo === undefined ? undefined : posted.get(replyTo),
      ...(settings.starters !== "off" && replyTo !== undefined && { kind: "counter" }),
    });
    if (!answer.ok) return;
    posted.set(key, id);
    planReaders(id, key, rebuttal.appeal, seat);
  }

  /** Some of the others read a rebuttal, and some of these endorse it. */
  function planReaders(id: string, key: string, appeal: Appeal, author?: Seat): void {
    const readers = students.filter(({ seat }) => seat && seat !== author);
    const chosen = readers.sort((one, other) => draw(key, one.number) - draw(key, other.number));
    for (const { seat, number, before } of chosen.slice(0, READERS)) {
      if (!seat) continue;
      inSeconds(1 + READING_ONE * draw("read", key, number), async () => {
        await seen(parts, seat, [id]);
        if (draw("endorse", key, number) < appeal[before])
          await endorse(parts, seat, { rebuttalId: id, on: true });
      });
    }
  }

  /** Rebuttals of people who joined by phone, or that the host approved, are read like all others. */
  async function noticeOthers(): Promise<void> {
    for (const { id, status } of await parts.store.rebuttals.ofSession(sessionId)) {
      if (noticed.has(id) || status !== "published") continue;
      noticed.add(id);
      planReaders(id, id, GUESTS_APPEAL);
    }
  }

  /** [Y4] Most answer the questions on the positions, and most of these are right. */
  function planAnswers(student: Student): void {
    const { seat, number, hasAnswered } = student;
    if (phase !== "reading" || questions.length === 0 || !seat || hasAnswered) return;
    if (draw("answers", number) > 0.9) return;
    const answers = questions.map(({ options, answer }, at) =>
      draw("knows", at, number) < 0.7 ? answer : Math.floor(draw("option", at, number) * options.length),
    );
    inSeconds(1 + ANSWERING * draw("answering", number), async () => {
      student.hasAnswered = (await answerQuestions(parts, seat, answers)).ok;
    });
  }

  /** Most guess, each once, and somewhat too low. */
  function planGuesses(): void {
    for (const student of students) {
      const { seat, number } = student;
      if (!seat || student.hasGuessed) continue;
      student.hasGuessed = true;
      const share = Math.round(20 + 50 * ((draw("low", number) + draw("high", number)) / 2));
      if (draw("guesses", number) <= 0.9)
        inSeconds(1 + GUESSING * draw("when", number), () => castGuess(parts, seat, { share }));
    }
  }

  /** A third of those with a side ask to speak for it. */
  function planSpeakers(): void {
    for (const { seat, number, before: side } of students)
      if (seat && side !== "undecided" && draw("speak", number) < 0.33)
        inSeconds(2 + ANSWERING * draw("asks", number), () => askToSpeak(parts, seat, { on: true, side }));
  }

  /** Two of three write an exit ticket, and some of these leave a line out. */
  function planExits(): void {
    for (const { seat, number } of students) {
      if (!seat || draw("exit", number) > 0.67) continue;
      const lineOf = (line: (typeof EXIT_LINES)[number]) =>
        draw("line", line, number) < 0.8 ? pick(script.exits[line], line, number) : undefined;
      const ticket = Object.fromEntries(EXIT_LINES.map((line) => [line, lineOf(line)]));
      inSeconds(2 + ANSWERING * draw("writes", number), () => writeExit(parts, seat, ticket));
    }
  }

  return {
    sessionId,

    /** Plans what the class does after a move or step of the host. */
    async follow(session: SessionRecord): Promise<void> {
      if (session.phase !== phase) {
        phase = session.phase;
        for (const student of students) {
          planVote(student);
          planAnswers(student);
        }
        if (phase === "reading" && settings.drawnSide) planReading();
        if (phase === "rebuttal") planRebuttals();
        if (takesSpeakers({ phase, settings })) planSpeakers();
        if (takesExitTickets({ phase, settings })) planExits();
      }
      planOptional(session);
      if (phase === "rebuttal") await noticeOthers();
      if (session.step === "guess") planGuesses();
    },

    /** What is due now, at most so much; the rest stays due. */
    due(most: number): Deed["act"][] {
      const now = parts.clock();
      agenda = agenda.filter((deed) => deed.phase === null || deed.phase === phase);
      const due = agenda.filter(({ at }) => at <= now).slice(0, most);
      agenda = agenda.filter((deed) => !due.includes(deed));
      return due.map(({ act }) => act);
    },
  };
}

function choiceIn({ before, after, number }: Student, round: Round): Choice {
  if (round === "before") return before;
  return round === "after" || draw("reading", number) < 0.5 ? after : before;
}

/** Who writes which rebuttal: a different student for each, from the camp that it needs, as far as there are enough. */
function authorsOf({ rebuttals }: Script, students: Student[]): Map<string, Student | undefined> {
  const authors = new Map<string, Student | undefined>();
  for (const { key, camp } of rebuttals) {
    const taken = new Set(authors.values());
    const able = students.filter((student) => student.before === camp && !student.leavesEarly);
    authors.set(key, able.find((student) => !taken.has(student)) ?? able[0]);
  }
  return authors;
}
