import type { Invitation } from "#debate/protocol/pages.ts";
import { audit } from "#server/store/audit/audit-rows.ts";
import type { Database, Transaction } from "#server/store/database.ts";

type New = Invitation & { tokenHash: string; inviterId: string };

const isOpen = (now: number) => ({ usedAt: null, expiresAt: { gt: BigInt(now) } });

export function invitationStore({ reader, write }: Pick<Database, "reader" | "write">) {
  return {
    /** An instructor's open invitations, newest first. */
    async openOf(inviterId: string, now: number): Promise<Invitation[]> {
      const rows = await reader.invitation.findMany({
        where: { inviterId, ...isOpen(now) },
        orderBy: { createdAt: "desc" },
      });
      return rows.map(({ id, note, createdAt, expiresAt }) => ({
        id,
        ...(note !== null && { note }),
        createdAt: Number(createdAt),
        expiresAt: Number(expiresAt),
      }));
    },

    /**
     * Stores an invitation, in place of the open one with its id. `too-many` if its inviter has `most` other open ones, `duplicate`
     * if the one with its id was used, has expired or is a colleague's. Deletes those that ended before `forgetBefore`.
     */
    create(
      invitation: New,
      { most, forgetBefore }: { most: number; forgetBefore: number },
    ): Promise<"stored" | "too-many" | "duplicate"> {
      const { id, inviterId, createdAt, expiresAt, note = null, ...rest } = invitation;
      return write(async (transaction) => {
        await transaction.invitation.deleteMany({ where: { expiresAt: { lt: BigInt(forgetBefore) } } });
        const open = { inviterId, ...isOpen(createdAt) };
        const data = { ...rest, note, createdAt: BigInt(createdAt), expiresAt: BigInt(expiresAt) };
        const { count } = await transaction.invitation.updateMany({ where: { id, ...open }, data });
        if (count > 0) return "stored";
        if (await transaction.invitation.findUnique({ where: { id } })) return "duplicate";
        if ((await transaction.invitation.count({ where: open })) >= most) return "too-many";
        await transaction.invitation.create({ data: { ...data, id, inviterId } });
        await audit(transaction, { at: createdAt, kind: "invitation", what: "made", actorId: inviterId });
        return "stored";
      });
    },

    async byHash(tokenHash: string): Promise<{ expiresAt: number; used: boolean; inviter: string } | null> {
      const row = await reader.invitation.findUnique({
        where: { tokenHash },
        include: { inviter: { select: { name: true } } },
      });
      return (
        row && { expiresAt: Number(row.expiresAt), used: row.usedAt !== null, inviter: row.inviter.name }
      );
    },

    /**
     * False if this instructor has no such open invitation. Its row stays, with a hash that no link has, so that a late request for
     * its id does not open it again.
     */
    async revoke(
      inviterId: string,
      id: string,
      { now, tokenHash }: { now: number; tokenHash: string },
    ): Promise<boolean> {
      const data = { expiresAt: BigInt(now), note: null, tokenHash };
      return write(async (transaction) => {
        const where = { id, inviterId, ...isOpen(now) };
        const { count } = await transaction.invitation.updateMany({ where, data });
        if (count === 0) return false;
        await audit(transaction, { at: now, kind: "invitation", what: "withdrawn", actorId: inviterId });
        return true;
      });
    },
  };
}

/** [I1] Uses up an invitation and returns whose it was. Of two requests at once, one succeeds. */
export async function useInvitation(
  transaction: Pick<Transaction, "invitation" | "auditEntry">,
  tokenHash: string,
  now: number,
): Promise<string | null> {
  const { count } = await transaction.invitation.updateMany({
    where: { tokenHash, ...isOpen(now) },
    data: { usedAt: BigInt(now) },
  });
  if (count === 0) return null;
  const { inviterId } = await transaction.invitation.findUniqueOrThrow({ where: { tokenHash } });
  await audit(transaction, { at: now, kind: "invitation", what: "used", actorId: null, aboutId: inviterId });
  return inviterId;
}
