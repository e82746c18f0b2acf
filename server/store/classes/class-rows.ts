import { CLASSES, STUDENTS } from "#debate/rules/classes.ts";
import type { Identity } from "#debate/rules/session-options.ts";
import type { ClassStudent as StudentRow } from "#prisma/generated/sqlite/client.ts";
import { audit } from "#server/store/audit/audit-rows.ts";
import type { Database, Transaction } from "#server/store/database.ts";
import { renameSeat } from "#server/store/seats/rename-seat.ts";
import { endInSessions } from "#server/store/sessions/session-class-rows.ts";

export type Student = { id: string; name: string; number: string | null; hasLeft: boolean };
export type Class = { id: string; name: string; word: string; students: Student[] };
export type ClassSession = {
  id: string;
  code: string;
  settings: string;
  resolution: string;
  phase: string;
  at: number;
  present: number;
  released: boolean;
};
type New = { id: string; name: string; number?: string | undefined };
/** A seat of a student, in a session of the class. */
export type StudentSeat = { sessionId: string; participantId: string };
/** `at` in milliseconds since the epoch. */
type Owned = { ownerId: string; classId: string; at: number };

/** [Q15] Classes of instructors. Every call says whose class it is: another's is not there. */
export function classStore({ reader, write }: Pick<Database, "reader" | "write">) {
  const owned = ({ ownerId, classId }: Pick<Owned, "ownerId" | "classId">) => ({ id: classId, ownerId });
  /** Runs in a transaction of a class that its owner changes; null if it is not there. */
  function changing<Result>(
    { at, ...of }: Owned,
    change: (transaction: Transaction) => Promise<Result>,
  ): Promise<Result | null> {
    return write(async (transaction) => {
      const { count } = await transaction.class.updateMany({
        where: owned(of),
        data: { updatedAt: BigInt(at) },
      });
      return count === 0 ? null : change(transaction);
    }, of.classId);
  }

  return {
    async of(ownerId: string) {
      const rows = await reader.class.findMany({
        where: { ownerId },
        orderBy: [{ name: "asc" }, { id: "asc" }],
        include: { _count: { select: { students: { where: { leftAt: null } }, sessions: true } } },
      });
      return rows.map(({ id, name, updatedAt, _count }) => ({
        id,
        name,
        ..._count,
        updatedAt: Number(updatedAt),
      }));
    },

    async byId(ownerId: string, classId: string): Promise<Class | null> {
      const row = await reader.class.findFirst({
        where: owned({ ownerId, classId }),
        include: { students: true },
      });
      return row && { id: row.id, name: row.name, word: row.word, students: row.students.map(toStudent) };
    },

    /** The newest first. */
    async sessionsOf(classId: string): Promise<ClassSession[]> {
      const rows = await reader.session.findMany({
        where: { classId },
        orderBy: [{ createdAt: "desc" }, { id: "asc" }],
        select: {
          ...{ id: true, code: true, settings: true, phase: true, createdAt: true },
          debate: { select: { resolution: true } },
          marking: { select: { releasedAt: true } },
          _count: { select: { participants: { where: { studentId: { not: null }, removedAt: null } } } },
        },
      });
      return rows.map(({ debate, marking, createdAt, _count, ...row }) => ({
        ...row,
        resolution: debate?.resolution ?? "",
        at: Number(createdAt),
        present: _count.participants,
        released: typeof marking?.releasedAt === "bigint",
      }));
    },

    /** [Q15] The same id again changes nothing. */
    async create(
      given: { id: string; ownerId: string; name: string; word: string; at: number },
      students: readonly New[],
    ): Promise<"created" | "too-many" | "duplicate"> {
      const { id, ownerId, name, word } = given;
      return write(async (transaction) => {
        const known = await transaction.class.findUnique({ where: { id } });
        if (known) return known.ownerId === ownerId ? "created" : "duplicate";
        if ((await transaction.class.count({ where: { ownerId } })) >= CLASSES) return "too-many";
        const at = BigInt(given.at);
        await transaction.class.create({ data: { id, ownerId, name, word, createdAt: at, updatedAt: at } });
        await add(transaction, id, students, given.at);
        return "created";
      }, id);
    },

    change: (of: Owned, fields: { name?: string | undefined; word?: string | undefined }) =>
      changing(of, async (transaction) => {
        const { name, word } = fields;
        await transaction.class.update({
          where: { id: of.classId },
          data: { ...(name !== undefined && { name }), ...(word !== undefined && { word }) },
        });
      }),

    /** [Q13] The list goes; sessions, seats and codes stay. */
    remove: (of: Owned) =>
      changing(of, async (transaction) => {
        await removeClass(transaction, of.classId);
        await audit(transaction, { at: of.at, actorId: of.ownerId, kind: "deletion", what: "class" });
      }),

    /** [Q17] How many were added; "too-many" if the class has no room for all of them. */
    addStudents: (of: Owned, students: readonly New[]) =>
      changing(of, (transaction) => add(transaction, of.classId, students, of.at)),

    async student(ownerId: string, classId: string, id: string): Promise<Student | null> {
      const row = await reader.classStudent.findFirst({ where: { id, class: owned({ ownerId, classId }) } });
      return row && toStudent(row);
    },

    /** [Q16] Corrects a student in the list and in all sessions; the seats that it changed, or null without such a student. */
    correct: (of: Owned, { id, name, number }: New): Promise<StudentSeat[] | null> =>
      changing(of, async (transaction) => {
        const found = await transaction.classStudent.findFirst({ where: { id, classId: of.classId } });
        if (!found) return null;
        await transaction.classStudent.update({ where: { id }, data: { name, number: number ?? null } });
        if (found.name === name) return [];
        const seats = await seatsOf(transaction, id);
        for (const seat of seats) await renameSeat(transaction, seat, name);
        return seats;
      }),

    /** [Q12] */
    seatsOf: (studentId: string): Promise<StudentSeat[]> => seatsOf(reader, studentId),

    /** [Q12] After the student's seats were deleted: the student and the codes. */
    removeStudent: (of: Owned, id: string) =>
      changing(of, async (transaction) => {
        await transaction.classStudent.deleteMany({ where: { id, classId: of.classId } });
        await audit(transaction, { at: of.at, actorId: of.ownerId, kind: "deletion", what: "student" });
      }),

    /** [Q13] Deletes classes that were changed last, and had their newest session, before that. */
    async forgetBefore(time: number): Promise<number> {
      const before = BigInt(time);
      const old = await reader.class.findMany({
        where: { updatedAt: { lt: before }, sessions: { none: { createdAt: { gte: before } } } },
        select: { id: true },
      });
      for (const { id } of old) await write((transaction) => removeClass(transaction, id), id);
      return old.length;
    },
  };
}

type Reading = Pick<Transaction, "participant">;

async function seatsOf(
  transaction: Reading,
  studentId: string,
): Promise<(StudentSeat & { identity: Identity })[]> {
  const rows = await transaction.participant.findMany({
    where: { studentId },
    select: { id: true, sessionId: true, session: { select: { settings: true } } },
  });
  return rows.map(({ id, sessionId, session }) => ({
    participantId: id,
    sessionId,
    identity: JSON.parse(session.settings).identity ?? "pseudonym",
  }));
}

/** Students of the list are known by their number or, if one of the two has none, by name. Those who had left are back. */
async function add(
  transaction: Transaction,
  classId: string,
  students: readonly New[],
  at: number,
): Promise<{ added: number; known: number } | "too-many"> {
  const rows = await transaction.classStudent.findMany({ where: { classId } });
  const unmatched = new Set(rows);
  const created: New[] = [];
  const known: StudentRow[] = [];
  for (const student of students) {
    const match =
      find(unmatched, ({ number }) => number !== null && number === student.number) ??
      find(
        unmatched,
        ({ name, number }) => name === student.name && (number === null || student.number === undefined),
      );
    if (match) unmatched.delete(match);
    if (match) known.push({ ...match, number: match.number ?? student.number ?? null });
    else created.push(student);
  }
  const present = rows.filter(
    ({ leftAt, id }) => leftAt === null && !known.some((each) => each.id === id),
  ).length;
  if (present + known.length + created.length > STUDENTS) return "too-many";
  for (const { id, number, leftAt } of known)
    if (leftAt !== null || rows.find((row) => row.id === id)?.number !== number)
      await transaction.classStudent.update({ where: { id }, data: { leftAt: null, number } });
  await transaction.classStudent.createMany({
    data: created.map(({ number = null, ...student }) => ({
      ...student,
      number,
      classId,
      addedAt: BigInt(at),
    })),
  });
  return { added: created.length, known: known.length };
}

function find<Row>(rows: Iterable<Row>, is: (row: Row) => boolean): Row | undefined {
  for (const row of rows) if (is(row)) return row;
  return undefined;
}

async function removeClass(transaction: Transaction, id: string): Promise<void> {
  await endInSessions(transaction, id);
  await transaction.class.deleteMany({ where: { id } });
}

function toStudent({ id, name, number, leftAt }: StudentRow): Student {
  return { id, name, number, hasLeft: leftAt !== null };
}
