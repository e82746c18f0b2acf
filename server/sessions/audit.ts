import type { Table } from "#debate/protocol/answers/export-tables.ts";
import type { AuditPage } from "#debate/protocol/pages.ts";
import { AUDIT_DAYS, AUDIT_PAGE, type RefusedWay } from "#debate/rules/audit.ts";
import type { AuditQuery, Counted, NewAuditEntry } from "#server/store/audit/audit-rows.ts";
import type { Store } from "#server/store/store.ts";

const DAY = 24 * 60 * 60 * 1_000;

type Log = { error(detail: object, message: string): void };
type Exported = Table | "participation" | "codes" | "marks" | "grades" | "summary" | "package";
export type Audit = ReturnType<typeof createAudit>;

/**
 * [I30] Records what has no transaction that an entry could be part of. [I32] An entry that can't be written is an error in the
 * program's log, and stops nothing.
 */
export function createAudit(store: Store["audit"], clock: () => number, log: Log) {
  const reported = (error: unknown) => log.error({ err: error }, "the audit log could not be written");
  const write = async (given: Omit<NewAuditEntry, "at">): Promise<void> => {
    const entry = { at: clock(), ...given };
    // Pages read some downloads, too, each time that they are opened.
    const isCounted = entry.kind === "export";
    await (isCounted ? store.writeAgain([{ ...entry, count: 1 }]) : store.write(entry)).catch(reported);
  };

  let waiting = new Map<string, Counted>();
  let writing: Promise<void> | null = null;
  /** Those refused during a write are counted together in the next: nothing limits wrong codes [I9]. */
  async function writeRefused(): Promise<void> {
    while (waiting.size > 0) {
      const refused = [...waiting.values()];
      waiting = new Map();
      await store.writeAgain(refused).catch(reported);
    }
    writing = null;
  }

  return {
    write,

    exported: (
      { hostId: actorId, code: sessionCode }: { hostId: string; code: string },
      what: Exported,
      withNames = true,
    ): Promise<void> =>
      write({ kind: "export", what, actorId, sessionCode, ...(!withNames && { detail: "no-names" }) }),

    /** [I33] A refused sign-in to the account with this address, which is stored only as that account's id. */
    async refused(what: RefusedWay, email?: string): Promise<void> {
      const aboutId =
        email === undefined ? null : await store.accountOf(email.toLowerCase()).catch(() => null);
      const key = `${what} ${aboutId}`;
      const { count = 0 } = waiting.get(key) ?? {};
      const refused = { at: clock(), kind: "refused", what, actorId: null, count: count + 1 } as const;
      waiting.set(key, { ...refused, ...(aboutId !== null && { aboutId }) });
      writing ??= writeRefused();
      await writing;
    },

    /** [I34] */
    forgetOld: (): Promise<void> => store.forgetBefore(clock() - AUDIT_DAYS * DAY),
  };
}

/** A page of the log, the newest entries first. */
export async function auditPage(store: Store["audit"], query: AuditQuery): Promise<AuditPage> {
  const entries = await store.read(query, AUDIT_PAGE + 1);
  return { entries: entries.slice(0, AUDIT_PAGE), more: entries.length > AUDIT_PAGE };
}
