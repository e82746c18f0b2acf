import type { BallotIntent, Credit } from "#debate/rules/ballots.ts";
import { type Choice, isOfDebate, type Round } from "#debate/rules/choices.ts";
import { answersToActivities } from "#server/activities/simulated.ts";
import { draw, pick } from "#server/rehearsal/planned-students.ts";
import type { Posted } from "#server/rehearsal/simulated-rebuttals.ts";
import type { Planning, Student } from "#server/rehearsal/simulated-student.ts";

/** [B5] What simulated students answer in a vote: only what the session asks for. */
export function ballotsOf(planning: Planning, { posted, authors }: Posted) {
  const { script, opened } = planning;
  const { settings } = opened;
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

  return (student: Student, round: Round): Omit<BallotIntent, "seq"> => {
    const { number } = student;
    const choice = choiceIn(student, round);
    const sure = draw("sure", round, number);
    const confidence = choice === "undecided" ? 2 : 3 + Math.floor(sure * 3);
    return {
      round,
      choice,
      ...(settings.questions.confidence && sure < 0.8 && { confidence }),
      ...(settings.questions.reasons &&
        round === "before" &&
        sure < 0.4 && { reason: pick(script.reasons[choice], "reason", number) }),
      ...(settings.questions.credit && round === "after" && { credit: creditOf(student) }),
      ...answersToActivities(planning, student, round),
    };
  };
}

/** The share of a class that keeps its answer. */
const LASTING = 0.75;

/** Weeks later most keep their answer; the others return to their first one, or are undecided. */
function laterChoice({ before, after, number }: Student): Choice {
  if (draw("lasts", number) < LASTING) return after;
  return before === after ? "undecided" : before;
}

function choiceIn(student: Student, round: Round): Choice {
  const { before, after, number } = student;
  if (round === "before") return before;
  if (!isOfDebate(round)) return laterChoice(student);
  return round === "after" || draw("reading", number) < 0.5 ? after : before;
}
