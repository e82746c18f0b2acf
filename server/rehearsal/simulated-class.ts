import type { Debate } from "#debate/content/debate.ts";
import type { BallotIntent } from "#debate/rules/ballots.ts";
import { isOfDebate, type Round } from "#debate/rules/choices.ts";
import type { Phase } from "#debate/rules/phase-order.ts";
import { openRound } from "#debate/rules/phases.ts";
import { simulateActivities, simulateEach } from "#server/activities/simulated.ts";
import { draw, pick, plannedStudents } from "#server/rehearsal/planned-students.ts";
import { languageOf, scriptFor } from "#server/rehearsal/script-for.ts";
import { ballotsOf } from "#server/rehearsal/simulated-ballots.ts";
import { rebuttalsOf } from "#server/rehearsal/simulated-rebuttals.ts";
import type { Planning, Student } from "#server/rehearsal/simulated-student.ts";
import { cast } from "#server/sessions/cast.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { join } from "#server/sessions/join.ts";
import type { Seat } from "#server/sessions/seat.ts";
import type { SessionRecord } from "#server/store/sessions/session-rows.ts";

/** How long the class takes, in seconds. */
const JOINING = 8;
const VOTING = 12;

/** Of ten who voted, nine do so weeks later. */
const COMING_BACK = 0.9;

function isAway({ number, leavesEarly }: Student, round: Round): boolean {
  if (!isOfDebate(round) && draw("comes back", number) > COMING_BACK) return true;
  return leavesEarly && (round === "after" || !isOfDebate(round));
}

/** Skipped if the class has moved on to another phase. */
type Action = { at: number; phase: Phase | null; act: () => Promise<unknown> };

export type SimulatedClass = ReturnType<typeof createSimulatedClass>;

/** [H1] Students that follow the host's moves through the same use cases as phones, by the server's clock. */
export function createSimulatedClass(parts: Dependencies, opened: SessionRecord, debate: Debate) {
  const script = scriptFor(debate);
  const { settings, simulated = 0, id: sessionId } = opened;
  const students: Student[] = plannedStudents(simulated).map((plan) => ({
    ...plan,
    seat: null,
    seq: 0,
    voted: new Set<Round>(),
  }));
  let agenda: Action[] = [];
  let phase: Phase = opened.phase;
  let latest = opened;

  const inSeconds = (seconds: number, act: Action["act"], whatever = false) =>
    agenda.push({ at: parts.clock() + seconds * 1_000, phase: whatever ? null : phase, act });
  const language = languageOf(debate);
  const planning: Planning = { parts, opened, debate, script, language, students, inSeconds };
  const rebuttals = rebuttalsOf(planning);
  const ballotOf = ballotsOf(planning, rebuttals);
  const planActivities = simulateActivities(planning);
  const planEach = simulateEach(planning);
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
    const { id } = joined.value.participant;
    student.seat = { sessionId, participantId: id };
    planVote(student);
    planEach(latest, student);
  }

  function planVote(student: Student): void {
    const round = openRound(phase);
    const { seat, number } = student;
    if (!round || !seat || student.voted.has(round) || isAway(student, round)) return;
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

  return {
    sessionId,

    /** Plans what the class does after a move or step of the host. */
    async follow(session: SessionRecord): Promise<void> {
      latest = session;
      if (session.phase !== phase) {
        phase = session.phase;
        for (const student of students) {
          planVote(student);
          planEach(session, student);
        }
        if (phase === "rebuttal") rebuttals.planRebuttals();
      }
      await planActivities(session);
      if (phase === "rebuttal") await rebuttals.noticeOthers();
    },

    /** At most `most` due actions; the rest stays due. */
    due(most: number): Action["act"][] {
      const now = parts.clock();
      agenda = agenda.filter((action) => action.phase === null || action.phase === phase);
      const due = agenda.filter(({ at }) => at <= now).slice(0, most);
      agenda = agenda.filter((action) => !due.includes(action));
      return due.map(({ act }) => act);
    },
  };
}
