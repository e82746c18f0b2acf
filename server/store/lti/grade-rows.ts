import type { Database, Transaction } from "#server/store/database.ts";

/** [Q60] Whose grade goes where. */
export type GradedSeat = {
  participantId: string;
  linkId: string;
  sub: string;
  /** The time of the last grade that the platform took, in milliseconds since the epoch. */
  gradedAt: number | null;
};
/** [Q65] A grade to be taken back. */
export type Clearing = {
  id: string;
  platformId: string;
  lineItem: string;
  sub: string;
  at: number;
  createdAt: number;
};

export function gradeStore({ reader, write }: Pick<Database, "reader" | "write">) {
  return {
    /** [Q60] The seats that came by links, and those of students of the session's class whom its platform knows. */
    async seatsOf(sessionId: string): Promise<GradedSeat[]> {
      const launched = await reader.ltiSeat.findMany({ where: { participant: { sessionId } } });
      const known = new Set(launched.map(({ participantId }) => participantId));
      const links = await reader.ltiLink.findMany({ where: { sessionId } });
      const students = await reader.participant.findMany({
        where: { sessionId, student: { lti: { isNot: null } } },
        select: { id: true, student: { select: { lti: true } } },
      });
      const others = students.flatMap(({ id, student }) => {
        const lti = student?.lti;
        const link = links.find(({ platformId }) => platformId === lti?.platformId);
        return lti && link && !known.has(id)
          ? [{ participantId: id, linkId: link.id, sub: lti.sub, gradedAt: null }]
          : [];
      });
      return [
        ...launched.map(({ gradedAt, lineItem: _, ...seat }) => ({
          ...seat,
          gradedAt: gradedAt === null ? null : Number(gradedAt),
        })),
        ...others,
      ];
    },

    /** [Q64] [Q65] Keeps when and where a grade was taken; if the seat was deleted meanwhile, the grade is to be taken back. */
    async graded(
      { participantId, linkId, sub }: Omit<GradedSeat, "gradedAt">,
      lineItem: string,
      at: number,
    ): Promise<void> {
      await write(async (transaction) => {
        const gradedAt = BigInt(at);
        if ((await transaction.participant.count({ where: { id: participantId } })) > 0) {
          const kept = { sub, gradedAt, lineItem };
          await transaction.ltiSeat.upsert({
            where: { participantId },
            create: { participantId, linkId, ...kept },
            update: kept,
          });
          return;
        }
        const link = await transaction.ltiLink.findUnique({ where: { id: linkId } });
        if (link)
          await transaction.ltiClearing.create({
            data: {
              ...{ id: participantId, platformId: link.platformId, lineItem, sub },
              ...{ at: gradedAt, createdAt: gradedAt },
            },
          });
      });
    },

    async clearings(): Promise<Clearing[]> {
      const rows = await reader.ltiClearing.findMany({ orderBy: { createdAt: "asc" } });
      return rows.map(({ at, createdAt, ...row }) => ({
        ...row,
        at: Number(at),
        createdAt: Number(createdAt),
      }));
    },

    async cleared(id: string): Promise<void> {
      await write((transaction) => transaction.ltiClearing.deleteMany({ where: { id } }));
    },
  };
}

/** [Q65] In the transaction that deletes a seat: its grade is to be taken back. */
export async function clearGrade(transaction: Transaction, participantId: string, at: number): Promise<void> {
  const seat = await transaction.ltiSeat.findUnique({
    where: { participantId },
    include: { link: { select: { platformId: true } } },
  });
  if (!seat?.gradedAt || !seat.lineItem) return;
  const { sub, lineItem, link, gradedAt } = seat;
  await transaction.ltiClearing.create({
    data: {
      ...{ id: participantId, platformId: link.platformId, lineItem, sub },
      ...{ at: gradedAt, createdAt: BigInt(at) },
    },
  });
}
