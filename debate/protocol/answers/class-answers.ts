// Classes of an instructor, and a session's class.
import { z } from "zod";
import { count, id, milliseconds } from "#debate/protocol/answers/parts.ts";
import { COLUMN_USES, LINE_PROBLEMS, LIST_ENCODINGS } from "#debate/rules/classes.ts";
import { PHASES } from "#debate/rules/phase-order.ts";

export const ClassStudent = z.object({
  id,
  name: z.string(),
  number: z.string().exactOptional().describe("In the school's system."),
  left: z.literal(true).exactOptional().describe("No longer in the class; what they did stays."),
});
export type ClassStudent = z.infer<typeof ClassStudent>;

export const ClassEntry = z.object({
  id,
  name: z.string(),
  students: count.describe("Without those who left."),
  sessions: count,
  updatedAt: milliseconds,
});
export type ClassEntry = z.infer<typeof ClassEntry>;
export const Classes = z.object({ classes: z.array(ClassEntry) });

const ClassSession = z.object({
  code: z.string(),
  name: z.string(),
  resolution: z.string(),
  phase: z.enum(PHASES),
  at: milliseconds,
  present: count.describe("How many students of the class have a seat."),
  released: z.boolean().describe("Whether its marks are released."),
});
export const SchoolClass = z.object({
  id,
  name: z.string(),
  word: z.string().describe("What students type to see the names, where they choose theirs."),
  students: z.array(ClassStudent).describe("By name."),
  sessions: z.array(ClassSession).describe("The newest first."),
});
export type SchoolClass = z.infer<typeof SchoolClass>;
export const ClassAnswer = z.object({ class: SchoolClass });
export const ListAdded = ClassAnswer.extend({
  added: count,
  known: count.describe("Students of the list who were in the class."),
});

/** One student's year: what they wrote and the marks, without any vote. */
export const StudentYear = z.object({
  class: z.object({ id, name: z.string() }),
  student: ClassStudent,
  sessions: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      resolution: z.string(),
      at: milliseconds,
      present: z.boolean(),
      rebuttals: z.array(z.object({ body: z.string(), isReply: z.boolean() })),
      marks: z
        .object({
          levels: z.array(z.object({ name: z.string(), level: z.int().nullable() })),
          comment: z.string(),
          released: z.boolean(),
        })
        .nullable(),
    }),
  ),
});
export type StudentYear = z.infer<typeof StudentYear>;

/** What was read from a list; nothing is stored. */
export const ListPreview = z.object({
  kind: z.enum(["lines", "table", "oneroster"]),
  encoding: z.enum(LIST_ENCODINGS),
  separator: z.enum([",", ";", "\t", "|"]).exactOptional(),
  columns: z
    .array(z.object({ header: z.string(), use: z.enum(COLUMN_USES), samples: z.array(z.string()) }))
    .describe("What each column was taken for; of a table alone."),
  groups: z
    .array(z.object({ id: z.string(), name: z.string(), students: count }))
    .describe("Classes that the list names, to choose one."),
  group: z.string().exactOptional().describe("The chosen one."),
  students: z.array(z.object({ line: count, name: z.string(), number: z.string().exactOptional() })),
  problems: z.array(z.object({ line: count, what: z.enum(LINE_PROBLEMS), text: z.string() })),
});
export type ListPreview = z.infer<typeof ListPreview>;

/** A session's class, for its host. */
export const SessionClass = z.object({
  class: z.object({ id, name: z.string(), word: z.string() }),
  students: z.array(
    ClassStudent.extend({
      code: z.string().describe("The personal code of this student in this session."),
      participantId: id.nullable().describe("The seat; null while missing."),
    }),
  ),
});
export type SessionClass = z.infer<typeof SessionClass>;

/** The names that a class may choose from. */
export const ClassNames = z.object({
  names: z.array(z.object({ id, name: z.string(), taken: z.boolean() })),
});
export type ClassNames = z.infer<typeof ClassNames>;
