import { CLASSES } from "#debate/rules/classes.ts";
import { audit } from "#server/store/audit/audit-rows.ts";
import {
  addStudents,
  type ChangingClass,
  type NewStudent,
  type Owned,
  type Student,
  studentStore,
  toStudent,
} from "#server/store/classes/student-rows.ts";
import type { Database, Transaction } from "#server/store/database.ts";
import { endInSessions } from "#server/store/sessions/session-class-rows.ts";

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

/** [Q15] Classes of instructors. Every call says whose class it is: another's is not there. */
export function classStore({ reader, write }: Pick<Database, "reader" | "write">) {
  const owned = ({ ownerId, classId }: Pick<Owned, "ownerId" | "classId">) => ({ id: classId, ownerId });
  const changing: ChangingClass = ({ at, ...of }, change) =>
    write(async (transaction) => {
      const data = { updatedAt: BigInt(at) };
      const { count } = await transaction.class.updateMany({ where: owned(of), data });
      return count === 0 ? null : change(transaction);
    }, of.classId);

  return {
    ...studentStore({ reader }, changing),

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
      students: readonly NewStudent[],
    ): Promise<"created" | "too-many" | "duplicate"> {
      const { id, ownerId, name, word } = given;
      return write(async (transaction) => {
        const known = await transaction.class.findUnique({ where: { id } });
        if (known) return known.ownerId === ownerId ? "created" : "duplicate";
        if ((await transaction.class.count({ where: { ownerId } })) >= CLASSES) return "too-many";
        const at = BigInt(given.at);
        await transaction.class.create({ data: { id, ownerId, name, word, createdAt: at, updatedAt: at } });
        await addStudents(transaction, given, students);
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

    /** [Q13] Deletes classes that were changed last, and had their newest session, before that. */
    async forgetBefore(time: number): Promise<void> {
      const before = BigInt(time);
      const isOld = { updatedAt: { lt: before }, sessions: { none: { createdAt: { gte: before } } } };
      for (const { id } of await reader.class.findMany({ where: isOld, select: { id: true } }))
        await write(async (transaction) => {
          // It may have been used since.
          if ((await transaction.class.count({ where: { id, ...isOld } })) > 0)
            await removeClass(transaction, id);
        }, id);
    },
  };
}

async function removeClass(transaction: Transaction, id: string): Promise<void> {
  await endInSessions(transaction, id);
  await transaction.class.deleteMany({ where: { id } });
}
