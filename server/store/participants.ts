import type { Participant as Row } from "#prisma/generated/sqlite/client.ts";
import type { Database } from "#server/store/database.ts";
import { record } from "#server/store/events.ts";
import { bump, dim } from "#server/store/sessions.ts";

export type ParticipantRecord = {
  id: string;
  sessionId: string;
  /** What the session's identity promise lets others see; in anonymous sessions a number without meaning. */
  name: string;
  realName: string | null;
  removed: boolean;
};

export function participantStore({ reader, write }: Database) {
  return {
    async byId(id: string): Promise<ParticipantRecord | null> {
      const row = await reader.participant.findUnique({ where: { id } });
      return row && toParticipant(row);
    },

    /** A seat's name, rebuttals and endorsements, in one statement: a whole class asks at once when it comes back. */
    async own(id: string): Promise<{ name: string; posted: string[]; endorsed: string[] } | null> {
      const [row] = await reader.$queryRaw<{ name: string; posted: string; endorsed: string }[]>`
        SELECT "name",
          (SELECT json_group_array("id") FROM "rebuttal" WHERE "participantId" = ${id}) AS "posted",
          (SELECT json_group_array("rebuttalId") FROM "endorsement" WHERE "participantId" = ${id}) AS "endorsed"
        FROM "participant" WHERE "id" = ${id}`;
      return row
        ? { name: row.name, posted: JSON.parse(row.posted), endorsed: JSON.parse(row.endorsed) }
        : null;
    },

    async ofSession(sessionId: string): Promise<ParticipantRecord[]> {
      // By id, which is random: the order of arrival is nobody's business in an anonymous session.
      const rows = await reader.participant.findMany({ where: { sessionId }, orderBy: { id: "asc" } });
      return rows.map(toParticipant);
    },

    async namesIn(sessionId: string): Promise<string[]> {
      const rows = await reader.participant.findMany({ where: { sessionId }, select: { name: true } });
      return rows.map(({ name }) => name);
    },

    /** False when the name was taken in the meantime, or the door is closed by then. */
    async seat(
      participant: Omit<ParticipantRecord, "removed">,
      at: number,
    ): Promise<"seated" | "taken" | "shut"> {
      return write(async (transaction) => {
        const { sessionId, name } = participant;
        const session = await transaction.session.findUnique({
          where: { id: sessionId },
          select: { phase: true, locked: true },
        });
        if (!session || session.locked || session.phase === "closed") return "shut";
        if (await transaction.participant.findUnique({ where: { sessionId_name: { sessionId, name } } }))
          return "taken";
        await transaction.participant.create({ data: { ...participant, joinedAt: BigInt(at) } });
        await bump(transaction, sessionId);
        return "seated";
      });
    },

    /** Takes the seat away and takes down the rebuttals written from it. False when there is no such seat. */
    async remove(sessionId: string, id: string, at: number): Promise<boolean> {
      return write(async (transaction) => {
        const { count } = await transaction.participant.updateMany({
          where: { id, sessionId, removedAt: null },
          data: { removedAt: BigInt(at) },
        });
        if (count === 0) return (await transaction.participant.count({ where: { id, sessionId } })) > 0;
        const version = await bump(transaction, sessionId);
        await transaction.rebuttal.updateMany({
          where: { participantId: id, status: { not: "hidden" } },
          data: { status: "hidden", changed: version },
        });
        // The room hears the new count of what this seat had endorsed.
        await transaction.rebuttal.updateMany({
          where: { endorsements: { some: { participantId: id } } },
          data: { changed: version },
        });
        await dim(transaction, sessionId);
        await record(transaction, { sessionId, at, actor: "host", kind: "removed" });
        return true;
      });
    },
  };
}

function toParticipant({ id, sessionId, name, realName, removedAt }: Row): ParticipantRecord {
  return { id, sessionId, name, realName, removed: removedAt !== null };
}
