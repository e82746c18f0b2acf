import type { Asked } from "#debate/activities/index.ts";
import type { Debate } from "#debate/content/debate.ts";
import type { BallotIntent } from "#debate/rules/ballots.ts";
import type { Round } from "#debate/rules/choices.ts";
import type { Language } from "#debate/rules/languages.ts";
import type { PlannedStudent } from "#server/rehearsal/planned-students.ts";
import type { Script } from "#server/rehearsal/script.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import type { Seat } from "#server/sessions/seat.ts";
import type { SessionRecord } from "#server/store/sessions/session-rows.ts";

export type Student = PlannedStudent & {
  seat: Seat | null;
  seq: number;
  voted: Set<Round>;
};

/** What every part of a simulated class plans with. */
export type Planning = {
  parts: Dependencies;
  opened: SessionRecord;
  debate: Debate;
  script: Script;
  /** Of the debate. */
  language: Language;
  students: Student[];
  /** Schedules `act`, unless the class has moved on by then. */
  inSeconds: (seconds: number, act: () => Promise<unknown>) => void;
};

/** What a student answers, where an activity asks something with a vote. */
export type SimulateAnswers = (
  planning: Planning,
  student: Student,
  round: Round,
) => Partial<Pick<BallotIntent, Asked>>;

/** Plans what students do in an activity, whenever the class comes to another phase or step. */
export type Simulate = (planning: Planning) => (session: SessionRecord) => void | Promise<void>;
/** Plans what one of them does there, whenever the class comes to another phase, and as they join. */
export type SimulateEach = (planning: Planning) => (session: SessionRecord, student: Student) => void;
