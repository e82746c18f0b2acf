import { createHash } from "node:crypto";
import type { SharedWith } from "#debate/protocol/answers/debates.ts";
import { SHARED_ADDRESSES, type Sharing } from "#debate/rules/debate-rights.ts";
import type { Database, Transaction } from "#server/store/database.ts";

export type Address = SharedWith["addresses"][number];
/** `none` takes it back; `at` in milliseconds since the epoch. */
type NewShare = { ownerId: string; debateId: string; email: string; right: Sharing; at: number };

// [I21] Every address that an owner typed is listed, with or without an account, so that the list reveals no accounts. They are
// stored as verifications, which need no account, and never expire.
const NEVER = new Date("9999-01-01T00:00:00Z");
const listOf = (debateId: string) => `debate-share:${debateId}`;
const rowOf = (debateId: string, email: string) =>
  `${listOf(debateId)}:${createHash("sha256").update(email).digest("base64url")}`;

const toAddress = ({ value }: { value: string }): Address => JSON.parse(value);

/** A colleague's rights follow from `debate.sharing` and `debate_share` alone. */
export function debateShareStore({ reader, write }: Pick<Database, "reader" | "write">) {
  return {
    async of(debateId: string): Promise<SharedWith | null> {
      const debate = await reader.debate.findUnique({ where: { id: debateId }, select: { sharing: true } });
      const rows = await reader.verification.findMany({
        where: { identifier: listOf(debateId) },
        orderBy: { createdAt: "asc" },
      });
      return debate && { everyone: debate.sharing as Sharing, addresses: rows.map(toAddress) };
    },

    /** False if the instructor has no such debate. */
    async withEveryone(ownerId: string, id: string, sharing: Sharing): Promise<boolean> {
      const { count } = await write((transaction) =>
        transaction.debate.updateMany({ where: { id, ownerId }, data: { sharing } }),
      );
      return count > 0;
    },

    /** [I21] Takes the same steps for an address with and without an account. */
    withAddress({
      ownerId,
      debateId,
      email,
      right,
      at,
    }: NewShare): Promise<"stored" | "too-many" | "not-found"> {
      return write(async (transaction) => {
        const debate = await transaction.debate.findFirst({
          where: { id: debateId, ownerId },
          select: { id: true },
        });
        if (!debate) return "not-found";
        const id = rowOf(debateId, email);
        const identifier = listOf(debateId);
        const others = await transaction.verification.count({ where: { identifier, id: { not: id } } });
        if (right !== "none" && others >= SHARED_ADDRESSES) return "too-many";
        const found = await transaction.instructor.findUnique({ where: { email }, select: { id: true } });
        const instructorId = found?.id ?? "";
        await transaction.debateShare.deleteMany({ where: { debateId, instructorId } });
        await transaction.debateShare.createMany({
          data: found && right !== "none" ? [{ debateId, instructorId, right }] : [],
        });
        if (right === "none") await transaction.verification.deleteMany({ where: { id } });
        else {
          const value = JSON.stringify({ email, right } satisfies Address);
          await transaction.verification.upsert({
            where: { id },
            create: { id, identifier, value, expiresAt: NEVER, createdAt: new Date(at) },
            update: { value },
          });
        }
        return "stored";
      });
    },

    /** [G7] The debates that colleagues share with this address alone. */
    async givenTo(instructorId: string): Promise<{ debateId: string; right: string }[]> {
      return reader.debateShare.findMany({
        where: { instructorId },
        select: { debateId: true, right: true },
      });
    },
  };
}

/** Deletes the addresses that debates are shared with, which have no foreign key. */
export async function forgetAddresses(transaction: Transaction, debates: readonly string[]): Promise<void> {
  const identifiers = debates.map(listOf);
  await transaction.verification.deleteMany({ where: { identifier: { in: identifiers } } });
}

/** [I22] Deletes an instructor's shares in both directions, before the account is. */
export async function forgetShares(transaction: Transaction, instructorId: string): Promise<void> {
  const instructor = await transaction.instructor.findUnique({
    where: { id: instructorId },
    select: { email: true, debates: { select: { id: true } } },
  });
  if (!instructor) return;
  const { email, debates } = instructor;
  await forgetAddresses(
    transaction,
    debates.map(({ id }) => id),
  );
  // Also entries from before the account, which gave it no right [I21].
  const listed = await transaction.verification.findMany({
    where: { identifier: { startsWith: listOf("") }, value: { contains: email } },
    select: { id: true, value: true },
  });
  const ids = listed.filter((row) => toAddress(row).email === email).map(({ id }) => id);
  await transaction.verification.deleteMany({ where: { id: { in: ids } } });
}
