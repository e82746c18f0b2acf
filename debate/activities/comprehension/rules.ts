import type { z } from "zod";
import type { Activity, RoomFacts } from "#debate/activities/activity.ts";
import type * as messages from "#debate/activities/comprehension/messages.ts";
import type { Answers, CheckCounts } from "#debate/activities/comprehension/results.ts";
import { present } from "#debate/rules/present.ts";

/** A question on the positions as a class is asked it. `answer` and `why`: once the reading is over. */
export type ClassQuestion = z.infer<typeof messages.Question>;

type KitQuestion = { question: string; options: string[]; answer: number; why?: string | undefined };
/** The questions are those of the debate's kit. */
type Asking = { kit?: { questions?: KitQuestion[] | undefined } | undefined };

/** [Y4] The questions of a class; after the reading with the right answers, and why. */
function questionsForClass({ kit }: Asking, { isOver }: { isOver: boolean }): ClassQuestion[] {
  return (kit?.questions ?? []).map(({ question, options, answer, why }) => ({
    question,
    options,
    ...(isOver && { answer, ...(why !== undefined && { why }) }),
  }));
}

/** Whether these can be answers to a debate's questions. */
export function areAnswers({ kit }: Asking, answers: Answers): boolean {
  const questions = kit?.questions ?? [];
  return (
    answers.length === questions.length &&
    questions.every(({ options }, index) => (answers[index] ?? 0) < options.length)
  );
}

/** [Y4] The class answers the questions of the debate's kit while it reads. */
export const comprehension = {
  name: "comprehension",
  open: { in: "reading" },
  needs: ({ kit }: Asking) => (kit?.questions ?? []).length > 0,
  beside: {
    names: ["questions"],
    read: (debate: Asking, phase: string) => ({
      questions: questionsForClass(debate, { isOver: phase !== "reading" }),
    }),
  },
  sends: {
    "comprehension:answer": {
      from: ["student"],
      keeps: {
        subject: () => "answers",
        confirmed: ({ answers }: { answers: (number | null)[] }) => ({ answers }),
      },
    },
  },
  /** [Y5] */
  view: (role, { check, isSealed }: { check?: CheckCounts } & Pick<RoomFacts, "isSealed">) =>
    role === "host" ? present({ check: check && isSealed ? { answered: check.answered } : check }) : {},
} as const satisfies Activity;
