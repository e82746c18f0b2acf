import { Prisma } from "#prisma/generated/sqlite/client.ts";
import { batchedRead } from "#server/store/batching/batched-read.ts";
import type { Database, Transaction } from "#server/store/database.ts";
import { bump } from "#server/store/sessions/session-version.ts";

export type ClassRow = { id: string; ownerId: string; name: string; word: string };
/** A student with the code of a session; `participantId`: null while missing. */
export type SessionStudent = {
  id: string;
  name: string;
  number: string | null;
  hasLeft: boolean;
  code: string;
  participantId: string | null;
};
type NewStudent = { id: string; name: string; number: string | null };
/** `draw`: makes codes; `at` in milliseconds since the epoch. */
type Making = { draw: () => string; at: number };

/** [Q6] [Q7] The class of a session: its students, their codes and seats. */
export function sessionClassStore({ reader, rows, write }: Database) {
  return {
    byId: batchedRead(async (ids) => {
      const found = await reader.class.findMany({
        where: { id: { in: ids } },
        select: { id: true, ownerId: true, name: true, word: true },
      });
      return new Map<string, ClassRow>(found.map((row) => [row.id, row]));
    }),

    /** Those with a code, in no order. */
    async students(sessionId: string): Promise<SessionStudent[]> {
      const found = await rows<Omit<SessionStudent, "hasLeft"> & { hasLeft: boolean | number }>(Prisma.sql`
        SELECT s."id", s."name", s."number", s."leftAt" IS NOT NULL AS "hasLeft", p."code",
          seat."id" AS "participantId"
        FROM "pass" p JOIN "class_student" s ON s."id" = p."studentId"
        LEFT JOIN "participant" seat ON seat."studentId" = s."id" AND seat."sessionId" = p."sessionId"
        WHERE p."sessionId" = ${sessionId}`);
      return found.map((row) => ({ ...row, hasLeft: Boolean(row.hasLeft) }));
    },

    /** Gives codes to students who joined the class after the session was opened. */
    async addCodes(session: { id: string; classId: string }, making: Making): Promise<void> {
      const missing = await reader.classStudent.count({ where: withoutCode(session) });
      if (missing > 0) await write((transaction) => addCodes(transaction, session, making), session.id);
    },

    /**
     * [Q9] Adds a late student to the class and the session, unless that is one of the class: by number, or else by name. False, and no
     * one, if the class has `most` already.
     */
    async addStudent(
      session: { id: string; classId: string },
      student: NewStudent,
      { most, ...making }: Making & { most: number },
    ): Promise<boolean> {
      return write(async (transaction) => {
        const { classId } = session;
        const { name, number } = student;
        const numbered = number === null ? [] : [{ number }];
        const named = number === null ? { name } : { name, number: null };
        const known = await transaction.classStudent.findFirst({
          where: { classId, OR: [...numbered, named] },
        });
        if (known)
          await transaction.classStudent.update({
            where: { id: known.id },
            data: { leftAt: null, number: number ?? known.number },
          });
        else {
          const count = await transaction.classStudent.count({ where: { classId, leftAt: null } });
          if (count >= most) return false;
          await transaction.classStudent.create({
            data: { ...student, classId, addedAt: BigInt(making.at) },
          });
          await transaction.class.update({ where: { id: classId }, data: { updatedAt: BigInt(making.at) } });
        }
        await addCodes(transaction, session, making);
        return true;
      }, session.id);
    },
  };
}

/** [Q7] A code for each student of a session's class who has none. */
export async function addCodes(
  transaction: Transaction,
  session: { id: string; classId: string },
  { draw, at }: Making,
): Promise<void> {
  const sessionId = session.id;
  const students = await transaction.classStudent.findMany({
    where: withoutCode(session),
    select: { id: true },
  });
  const known = await transaction.pass.findMany({ where: { sessionId }, select: { code: true } });
  const codes = new Set(known.map(({ code }) => code));
  const data = students.map(({ id }) => {
    let code = draw();
    while (codes.has(code)) code = draw();
    codes.add(code);
    return { sessionId, code, createdAt: BigInt(at), studentId: id };
  });
  await transaction.pass.createMany({ data });
}

function withoutCode({ id, classId }: { id: string; classId: string }) {
  return { classId, leftAt: null, passes: { none: { sessionId: id } } };
}

/** [Q8] Before a class is deleted: its sessions keep seats and codes, and go on by codes alone. */
export async function endInSessions(transaction: Transaction, classId: string): Promise<void> {
  const sessions = await transaction.session.findMany({ where: { classId } });
  for (const { id, settings } of sessions) {
    await transaction.pass.updateMany({ where: { sessionId: id }, data: { studentId: null } });
    const data = { classId: null, settings: JSON.stringify({ ...JSON.parse(settings), entry: "personal" }) };
    await transaction.session.update({ where: { id }, data });
    await bump(transaction, id);
  }
}
