import type { Database } from "#server/store/database.ts";

/** Someone on a platform, by its own id. */
type Person = { platformId: string; sub: string };
/** [Q52] A seat that was taken by a link, with who has it there. */
export type LaunchedSeat = {
  participantId: string;
  linkId: string;
  sub: string;
};

/** Who people of platforms are here, and which launches were used. */
export function personStore({ reader, write }: Pick<Database, "reader" | "write">) {
  return {
    /** [Q50] The instructor who is this person; null if there is none, or [I38] the account is locked. */
    async instructorOf({ platformId, sub }: Person): Promise<string | null> {
      const where = { platformId_sub: { platformId, sub }, instructor: { lockedAt: null } };
      return (await reader.ltiAccount.findUnique({ where }))?.instructorId ?? null;
    },

    /** [Q50] From now on the person is this instructor. */
    async connect({ platformId, sub }: Person, instructorId: string, at: number): Promise<void> {
      const connected = { instructorId, linkedAt: BigInt(at) };
      await write((transaction) =>
        transaction.ltiAccount.upsert({
          where: { platformId_sub: { platformId, sub } },
          create: { platformId, sub, ...connected },
          update: connected,
        }),
      );
    },

    /** [G7] Who an instructor is on platforms. */
    async ofInstructor(instructorId: string) {
      const rows = await reader.ltiAccount.findMany({
        where: { instructorId },
        include: { platform: { select: { issuer: true } } },
        orderBy: [{ linkedAt: "asc" }, { platformId: "asc" }],
      });
      return rows.map(({ platform, sub, linkedAt }) => ({ ...platform, sub, linkedAt: Number(linkedAt) }));
    },

    /** [G1] Who has a seat, for its student; null where no link led to it. */
    async ofSeat(participantId: string) {
      const row = await reader.ltiSeat.findUnique({
        where: { participantId },
        include: { link: { include: { platform: { select: { issuer: true } } } } },
      });
      if (!row) return null;
      const { sub, gradedAt, link } = row;
      const { title, contextTitle: course } = link;
      const { issuer } = link.platform;
      return { issuer, sub, course, title, gradedAt: gradedAt === null ? null : Number(gradedAt) };
    },

    /** [Q58] The student of a class who is this person, in or no longer in it; null if there is none. */
    async studentIn(classId: string, { platformId, sub }: Person): Promise<string | null> {
      const where = { platformId, sub, student: { classId } };
      return (await reader.ltiStudent.findFirst({ where }))?.studentId ?? null;
    },

    /** [Q52] The seat that someone has in a session that is not anonymous; null if there is none. */
    async seatOf(sessionId: string, { platformId, sub }: Person): Promise<string | null> {
      const where = { sub, link: { platformId }, participant: { sessionId } };
      return (await reader.ltiSeat.findFirst({ where }))?.participantId ?? null;
    },

    /** [Q52] Keeps who has a seat; false if the seat is gone. The same again changes nothing. */
    async keepSeat({ participantId, linkId, sub }: LaunchedSeat): Promise<boolean> {
      return write(async (transaction) => {
        if ((await transaction.participant.count({ where: { id: participantId } })) === 0) return false;
        await transaction.ltiSeat.upsert({
          where: { participantId },
          create: { participantId, linkId, sub },
          update: {},
        });
        return true;
      });
    },

    /** [Q46] Whether this is the first time that something is used which may be used once; `until` in milliseconds since the epoch. */
    takeOnce(nonceHash: string, until: number, now: number): Promise<boolean> {
      return write(async (transaction) => {
        await transaction.ltiNonce.deleteMany({ where: { expiresAt: { lt: BigInt(now) } } });
        // Another server may store it at the same moment.
        const stored = await transaction.$executeRaw`
          INSERT INTO "lti_nonce" ("nonceHash", "expiresAt") VALUES (${nonceHash}, ${BigInt(until)})
          ON CONFLICT DO NOTHING`;
        return stored === 1;
      });
    },
  };
}
