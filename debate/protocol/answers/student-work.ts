// What a host reads of one student while marking.
import { z } from "zod";
import { ParticipationRecord } from "#debate/protocol/answers/host.ts";
import { StudentCard } from "#debate/protocol/answers/student-card.ts";

export const Participated = ParticipationRecord.shape.rows.element.pick({
  voted: true,
  rebuttals: true,
  replies: true,
});
/** [Q23] What a seat did, whatever it voted. */
export type Participated = z.infer<typeof Participated>;

export const StudentWork = z.object({
  card: StudentCard.describe(
    "What the student wrote, with the words that it answers: without votes, and without what came of it.",
  ),
  participation: Participated,
});
export type StudentWork = z.infer<typeof StudentWork>;
