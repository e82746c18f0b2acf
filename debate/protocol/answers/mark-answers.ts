// Marks and feedback of a session, for its host.
import { z } from "zod";
import { count, id } from "#debate/protocol/answers/parts.ts";
import { HIGHEST_LEVEL } from "#debate/rules/mark-limits.ts";

const level = z.int().min(0).max(HIGHEST_LEVEL);
export const Criterion = z.object({
  id: z.string(),
  name: z.string(),
  levels: z
    .array(z.string())
    .length(HIGHEST_LEVEL + 1)
    .describe("Words for 0 to 4; may be empty."),
});
export type Criterion = z.infer<typeof Criterion>;

export const StudentMark = z.object({
  participantId: id,
  name: z.string().describe("As the class sees it."),
  realName: z.string().exactOptional(),
  number: z.string().exactOptional().describe("In the school's system."),
  levels: z.record(z.string(), level).describe("By the id of the criterion; absent while not marked."),
  comment: z.string(),
  version: count.describe("Counts the changes; 0 before the first."),
});
export type StudentMark = z.infer<typeof StudentMark>;
export const Marks = z.object({
  criteria: z.array(Criterion),
  released: z.boolean(),
  marks: z.array(StudentMark).describe("A row for each seat, by real name."),
});
export type Marks = z.infer<typeof Marks>;
export const StaleMarks = Marks.extend({
  error: z.object({ code: z.literal("stale"), message: z.string() }),
});

/** What one student reads of the marks. */
export const OwnMarks = z.object({
  levels: z.array(z.object({ name: z.string(), level: level.nullable(), words: z.string(), most: level })),
  comment: z.string(),
});
export type OwnMarks = z.infer<typeof OwnMarks>;
