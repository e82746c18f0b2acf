import { matchStudents } from "#debate/classes/matched-students.ts";
import { STUDENTS } from "#debate/rules/classes.ts";
import type { Identity } from "#debate/rules/session-options.ts";
import type { ClassStudent as StudentRow } from "#prisma/generated/sqlite/client.ts";
import { audit } from "#server/store/audit/audit-rows.ts";
import type { Database, Transaction } from "#server/store/database.ts";
import { readSettings } from "#server/store/sessions/session-rows.ts";

export type Student = { id: string; name: string; number: string | null; hasLeft: boolean };
export type NewStudent = { id: string; name: string; number?: string | undefined };
/** `left`: whether the student is no longer in the class; undefined keeps that. */
export type CorrectedStudent = NewStudent & { left?: boolean | undefined };
/** `at` in milliseconds since the epoch. */
export type Owned = { ownerId: string; classId: string; at: number };
/** Runs in a transaction of a class that its owner changes; null if it is not there. */
export type ChangingClass = <Result>(
  of: Owned,
  change: (transaction: Transaction) => Promise<Result>,
) => Promise<Result | null>;
/** A student's seat in a session of the class. */
export type StudentSeat = { sessionId: string; participantId: string; identity: Identity };

/** Students of a class. */
export function studentStore({ reader }: Pick<Database, "reader">, changing: ChangingClass) {
  return {
    /** [Q17] How many were added; "too-many" if the class has no room for all of them. */
    addStudents: (of: Owned, students: readonly NewStudent[]) =>
      changing(of, (transaction) => addStudents(transaction, { ...of, id: of.classId }, students)),

    async student(ownerId: string, classId: string, id: string): Promise<Student | null> {
      const row = await reader.classStudent.findFirst({ where: { id, class: { id: classId, ownerId } } });
      return row && toStudent(row);
    },

    /** [Q16] Corrects a student in the list; `duplicate` if another one has the number. */
    correct: (of: Owned, { id, name, number, left }: CorrectedStudent) =>
      changing(of, async (transaction): Promise<Student | "duplicate" | null> => {
        const { classId } = of;
        const found = await transaction.classStudent.findFirst({ where: { id, classId } });
        if (!found) return null;
        const same = { classId, number: number ?? "", id: { not: id } };
        if ((await transaction.classStudent.count({ where: same })) > 0) return "duplicate";
        const leftAt = left === undefined ? found.leftAt : left ? (found.leftAt ?? BigInt(of.at)) : null;
        const data = { name, number: number ?? null, leftAt };
        return toStudent(await transaction.classStudent.update({ where: { id }, data }));
      }),

    seatsOf: (studentId: string): Promise<StudentSeat[]> => seatsOf(reader, studentId),

    /**
     * [Q12] Deletes a student who has no seat. Else returns the seats, which are to be deleted first: from here on the student takes
     * no other.
     */
    removeStudent: (of: Owned, id: string) =>
      changing(of, async (transaction): Promise<StudentSeat[]> => {
        const where = { id, classId: of.classId };
        const seats = await seatsOf(transaction, id);
        if (seats.length > 0) {
          await transaction.pass.deleteMany({ where: { student: where } });
          await transaction.classStudent.updateMany({ where, data: { leftAt: BigInt(of.at) } });
          return seats;
        }
        const { count } = await transaction.classStudent.deleteMany({ where });
        if (count > 0)
          await audit(transaction, { at: of.at, actorId: of.ownerId, kind: "deletion", what: "student" });
        return [];
      }),
  };
}

/** [Q17] Those who had left are back. */
export async function addStudents(
  transaction: Transaction,
  { id: classId, ownerId, at }: { id: string; ownerId: string; at: number },
  list: readonly NewStudent[],
): Promise<{ added: number; known: number } | "too-many"> {
  const rows = await transaction.classStudent.findMany({
    where: { classId },
    orderBy: [{ addedAt: "asc" }, { id: "asc" }],
  });
  // Those who are in the class are found before those who left.
  const { known, added } = matchStudents(
    [...rows.filter(isHere), ...rows.filter((row) => !isHere(row))],
    list,
  );
  if (rows.length + added.length > STUDENTS) return "too-many";
  for (const { student, line } of known) {
    const number = student.number ?? line.number ?? null;
    if (!isHere(student) || number !== student.number)
      await transaction.classStudent.update({
        where: { id: student.id },
        data: { leftAt: null, number },
      });
  }
  await transaction.classStudent.createMany({
    data: added.map(({ number = null, ...student }) => ({
      ...student,
      number,
      classId,
      addedAt: BigInt(at),
    })),
  });
  if (added.length > 0)
    await audit(transaction, {
      ...{ at, actorId: ownerId, kind: "import", what: "students", detail: String(added.length) },
    });
  return { added: added.length, known: list.length - added.length };
}

const isHere = ({ leftAt }: StudentRow) => leftAt === null;

export function toStudent(row: StudentRow): Student {
  const { id, name, number } = row;
  return { id, name, number, hasLeft: !isHere(row) };
}

async function seatsOf(
  transaction: Pick<Transaction, "participant">,
  studentId: string,
): Promise<StudentSeat[]> {
  const rows = await transaction.participant.findMany({
    where: { studentId },
    select: { id: true, sessionId: true, session: { select: { settings: true } } },
  });
  return rows.map(({ id, sessionId, session }) => ({
    participantId: id,
    sessionId,
    identity: readSettings(session).identity,
  }));
}
