import type { AuditEntry } from "#debate/protocol/pages.ts";
import type { AuditKind } from "#debate/rules/audit.ts";
import type { EventKind } from "#debate/rules/log.ts";
import { present } from "#debate/rules/present.ts";
import type { AuditEntry as Row } from "#prisma/generated/sqlite/client.ts";
import type { Database, Transaction } from "#server/store/database.ts";

/** How long the same refusals, or downloads, are one entry, in milliseconds. */
const SAME_WITHIN = 60 * 60 * 1_000;

/** `at` in milliseconds since the epoch; `actorId`: null for the server, and for someone without a sign-in. */
export type NewAuditEntry = {
  at: number;
  kind: AuditKind;
  what: string;
  actorId: string | null;
  aboutId?: string;
  sessionCode?: string;
  detail?: string;
};
export type Counted = NewAuditEntry & { count: number };
export type AuditQuery = { kind?: AuditKind | undefined; before?: number | undefined };

/** [I32] Writes an entry in the transaction of what it records. */
export async function audit(
  transaction: Pick<Transaction, "auditEntry">,
  { at, ...entry }: NewAuditEntry,
): Promise<void> {
  await transaction.auditEntry.create({ data: { ...entry, at: BigInt(at) } });
}

/** What a host does in a session that the audit log records, too. [I31] Of what was deleted only that something was. */
const AUDITED: Partial<Record<EventKind, Pick<NewAuditEntry, "kind" | "what">>> = {
  linked: { kind: "link", what: "made" },
  unlinked: { kind: "link", what: "revoked" },
  "words-deleted": { kind: "deletion", what: "contribution" },
  "seat-deleted": { kind: "deletion", what: "contribution" },
  "rebuttal-deleted": { kind: "deletion", what: "contribution" },
};

/** Writes an entry for an event of a session, where its host did something that the audit log records. */
export async function auditEvent(
  transaction: Pick<Transaction, "auditEntry" | "session">,
  event: { sessionId: string; at: number; actor: string; kind: EventKind; detail: string },
): Promise<void> {
  const audited = AUDITED[event.kind];
  if (!audited || event.actor !== "host") return;
  const session = await transaction.session.findUnique({
    where: { id: event.sessionId },
    select: { code: true, hostId: true },
  });
  if (!session) return;
  await audit(transaction, {
    ...audited,
    at: event.at,
    actorId: session.hostId,
    sessionCode: session.code,
    ...(audited.kind === "link" && { detail: event.detail }),
  });
}

export function auditStore({ reader, write }: Pick<Database, "reader" | "write">) {
  /** The accounts as they are now; [I34] of a deleted one only the id is left. */
  async function withNames(rows: Row[]): Promise<AuditEntry[]> {
    const ids = rows.flatMap(({ actorId, aboutId }) => [actorId, aboutId]).filter((id) => id !== null);
    const found = await reader.instructor.findMany({
      where: { id: { in: [...new Set(ids)] } },
      select: { id: true, name: true, email: true },
    });
    const accounts = new Map(found.map((account) => [account.id, account]));
    const account = (id: string | null) => (id === null ? null : (accounts.get(id) ?? { id }));
    return rows.map(({ id, at, kind, what, detail, sessionCode, actorId, aboutId, count }) => ({
      ...{ id, at: Number(at), kind: kind as AuditKind, what },
      ...present({ detail, session: sessionCode, by: account(actorId), about: account(aboutId) }),
      ...(count > 1 && { count }),
    }));
  }

  return {
    write: (entry: NewAuditEntry): Promise<void> => write((transaction) => audit(transaction, entry)),

    /** Entries, the newest first. */
    async read({ kind, before }: AuditQuery, most: number): Promise<AuditEntry[]> {
      const where = { ...present({ kind }), ...(before !== undefined && { id: { lt: before } }) };
      return withNames(await reader.auditEntry.findMany({ where, orderBy: { id: "desc" }, take: most }));
    },

    /** [G7] The entries of one account, the newest first. */
    async of(id: string): Promise<AuditEntry[]> {
      const where = { OR: [{ actorId: id }, { aboutId: id }] };
      const entries = await reader.auditEntry.findMany({ where, orderBy: { id: "desc" } });
      return withoutOthers(await withNames(entries), id);
    },

    /** The newest value of a setting; null without one. */
    async setting(what: string): Promise<string | null> {
      const row = await reader.auditEntry.findFirst({
        where: { kind: "setting", what },
        orderBy: { id: "desc" },
      });
      return row?.detail ?? null;
    },

    /** [I33] The account with this address; null without one. */
    async accountOf(email: string): Promise<string | null> {
      return (await reader.instructor.findUnique({ where: { email }, select: { id: true } }))?.id ?? null;
    },

    /** [I33] Counts what happened again within an hour in its entry. */
    async writeAgain(all: Counted[]): Promise<void> {
      await write(async ({ auditEntry }) => {
        for (const { at, count, ...entry } of all) {
          const same = { aboutId: null, sessionCode: null, detail: null, ...entry };
          const { count: counted } = await auditEntry.updateMany({
            where: { ...same, at: { gt: BigInt(at - SAME_WITHIN) } },
            data: { count: { increment: count } },
          });
          if (counted === 0) await auditEntry.create({ data: { ...same, at: BigInt(at), count } });
        }
      });
    },

    /** [I34] */
    async forgetBefore(at: number): Promise<void> {
      await write(({ auditEntry }) => auditEntry.deleteMany({ where: { at: { lt: BigInt(at) } } }));
    },
  };
}

/** Without names and addresses of colleagues. */
function withoutOthers(entries: AuditEntry[], own: string): AuditEntry[] {
  const bare = (account: AuditEntry["by"]) => (account?.id === own ? account : account && { id: account.id });
  return entries.map(({ by, about, ...entry }) => ({
    ...entry,
    ...present({ by: bare(by), about: bare(about) }),
  }));
}
