import { z } from "zod";
import { DEBATE_LIMITS, KIT_LIMITS } from "#debate/content/debate-limits.ts";
import { debateText } from "#debate/content/text-fields.ts";
import { listOf } from "#debate/rules/at-most.ts";
import { LESSON_PHASES } from "#debate/rules/phase-order.ts";

/** The lengths of lesson that a plan can be written for, in minutes. */
export const LESSON_MINUTES = [20, 45, 90] as const;

/** The fields of a lesson kit, with objects that refuse unknown keys or drop them. Every part can be left out. */
export function kitWith(object: typeof z.strictObject) {
  const step = object({
    minutes: z.int().min(1).max(KIT_LIMITS.minutes),
    phase: z.enum(LESSON_PHASES).optional(),
    what: debateText(KIT_LIMITS.step),
  });
  const question = object({
    question: debateText(KIT_LIMITS.question),
    options: listOf(debateText(KIT_LIMITS.option), KIT_LIMITS.options, 2),
    /** The index of the right option. */
    answer: z.int().nonnegative(),
    /** Why it is right. */
    why: debateText(KIT_LIMITS.question).optional(),
  }).refine(({ options, answer }) => answer < options.length, { error: "answer: no such option" });
  return object({
    objectives: listOf(debateText(KIT_LIMITS.objective), KIT_LIMITS.objectives).optional(),
    plans: listOf(
      object({ minutes: z.literal(LESSON_MINUTES), steps: listOf(step, KIT_LIMITS.steps, 1) }),
      LESSON_MINUTES.length,
    )
      .refine((plans) => new Set(plans.map(({ minutes }) => minutes)).size === plans.length, {
        error: "two plans of one length",
      })
      .optional(),
    glossary: listOf(
      object({ term: debateText(KIT_LIMITS.term), meaning: debateText(KIT_LIMITS.meaning) }),
      KIT_LIMITS.glossary,
    ).optional(),
    /** Whether the class has understood the positions. */
    questions: listOf(question, KIT_LIMITS.questions).optional(),
    /** What students write about at the end. */
    exitTicket: listOf(debateText(KIT_LIMITS.question), KIT_LIMITS.exitTicket).optional(),
    /** What the teacher has in front of them, phase by phase. */
    notes: z.partialRecord(z.enum(LESSON_PHASES), debateText(KIT_LIMITS.note)).optional(),
    /** Under which licence the debate may be used. */
    licence: debateText(DEBATE_LIMITS.label).optional(),
  });
}

export const Kit = kitWith(z.strictObject);
export type Kit = z.infer<typeof Kit>;
