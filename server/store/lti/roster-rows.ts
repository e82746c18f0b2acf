import { STUDENTS } from "#debate/rules/classes.ts";
import { audit } from "#server/store/audit/audit-rows.ts";
import type { Database, Transaction } from "#server/store/database.ts";

type Listed = { sub: string; name: string; number: string | null };
type Counts = { added: number; renamed: number; left: number; students: number };
export type Filling = { ownerId: string; classId: string; platformId: string; linkId: string; at: number };
export type Filled = { counts: Counts; renamed: { studentId: string; name: string }[] };
type Reading = Pick<Transaction, "classStudent">;

/** [Q58] Classes that are filled from courses. */
export function rosterStore({ reader, write }: Pick<Database, "reader" | "write">) {
  return {
    /** The class that was filled from a link; null if there is none. */
    async classOf(ownerId: string, rosterId: string): Promise<string | null> {
      return (await reader.class.findFirst({ where: { ownerId, rosterId } }))?.id ?? null;
    },

    /** The classes that were filled from courses, by links of these. */
    async filledBy(ownerId: string): Promise<Map<string, { id: string; name: string }>> {
      const rows = await reader.class.findMany({
        where: { ownerId, rosterId: { not: null } },
        orderBy: [{ updatedAt: "asc" }, { id: "asc" }],
      });
      return new Map(rows.map(({ id, name, rosterId }) => [rosterId ?? "", { id, name }]));
    },

    /** [Q58] The course's link of a class. */
    async linkOf(ownerId: string, classId: string): Promise<string | null> {
      return (await reader.class.findFirst({ where: { id: classId, ownerId } }))?.rosterId ?? null;
    },

    /** What filling would change. */
    async compare(ownerId: string, classId: string | null, platformId: string, list: readonly Listed[]) {
      const owned = classId !== null && (await reader.class.count({ where: { id: classId, ownerId } })) > 0;
      const { counts } = await difference(reader, owned ? classId : null, platformId, list);
      return { ...counts, classId };
    },

    /** [Q58] New students are added, known ones renamed. [Q59] Those who are gone from the course have left. Null if the class is not the owner's. */
    fill(
      { ownerId, classId, platformId, linkId, at }: Filling,
      list: readonly (Listed & { id: string })[],
    ): Promise<Filled | "too-many" | null> {
      return write(async (transaction) => {
        const data = { updatedAt: BigInt(at), rosterId: linkId };
        const { count } = await transaction.class.updateMany({ where: { id: classId, ownerId }, data });
        if (count === 0) return null;
        const { counts, known, added, gone } = await difference(transaction, classId, platformId, list);
        if ((await transaction.classStudent.count({ where: { classId } })) + added.length > STUDENTS)
          return "too-many";
        const numbers = await takenNumbers(transaction, classId);
        for (const { id, name, number, sub } of added) {
          await transaction.classStudent.create({
            data: { id, classId, name, number: free(numbers, number), addedAt: BigInt(at) },
          });
          await transaction.ltiStudent.create({ data: { studentId: id, platformId, sub } });
        }
        for (const { student, listed } of known) {
          const lti = { platformId, sub: listed.sub };
          await transaction.ltiStudent.upsert({
            where: { studentId: student.id },
            create: { studentId: student.id, ...lti },
            update: lti,
          });
          const number = student.number ?? free(numbers, listed.number);
          await transaction.classStudent.update({
            where: { id: student.id },
            data: { name: listed.name, number, leftAt: null },
          });
        }
        const ids = gone.map(({ id }) => id);
        await transaction.classStudent.updateMany({
          where: { id: { in: ids }, leftAt: null },
          data: { leftAt: BigInt(at) },
        });
        await audit(transaction, {
          ...{ at, actorId: ownerId, kind: "import", what: "students", detail: String(counts.added) },
        });
        const renamed = known
          .filter(({ student, listed }) => student.name !== listed.name)
          .map(({ student, listed }) => ({ studentId: student.id, name: listed.name }));
        return { counts, renamed };
      }, classId);
    },
  };
}

/** Students are known by their id on the platform, or by their number if they have no such id yet. */
async function difference<Line extends Listed>(
  client: Reading,
  classId: string | null,
  platformId: string,
  list: readonly Line[],
) {
  const rows =
    classId === null
      ? []
      : await client.classStudent.findMany({ where: { classId }, include: { lti: true } });
  const bySub = new Map(
    rows.flatMap((row) => (row.lti?.platformId === platformId ? [[row.lti.sub, row] as const] : [])),
  );
  const byNumber = new Map(
    rows.flatMap((row) => (row.lti === null && row.number !== null ? [[row.number, row] as const] : [])),
  );
  const known = [];
  const added = [];
  for (const listed of list) {
    const student = bySub.get(listed.sub) ?? byNumber.get(listed.number ?? "");
    if (student) known.push({ student, listed });
    else added.push(listed);
  }
  const here = new Set(list.map(({ sub }) => sub));
  const gone = [...bySub]
    .filter(([sub, { leftAt }]) => leftAt === null && !here.has(sub))
    .map(([, row]) => row);
  const renamed = known.filter(({ student, listed }) => student.name !== listed.name).length;
  return {
    ...{ known, added, gone },
    counts: { added: added.length, renamed, left: gone.length, students: list.length },
  };
}

async function takenNumbers({ classStudent }: Reading, classId: string): Promise<Set<string>> {
  const rows = await classStudent.findMany({
    where: { classId, number: { not: null } },
    select: { number: true },
  });
  return new Set(rows.map(({ number }) => number ?? ""));
}

/** [Q16] No two students have one number. */
function free(numbers: Set<string>, number: string | null): string | null {
  if (number === null || numbers.has(number)) return null;
  numbers.add(number);
  return number;
}
