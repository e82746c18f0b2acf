import { batchedRead } from "#server/store/batching/batched-read.ts";
import type { Database } from "#server/store/database.ts";
import { record } from "#server/store/sessions/events.ts";

/**
 * `count` more personal codes than there are, or than were `known`. `at` in milliseconds since the epoch.
 */
type NewPasses = { count: number; known: number | undefined; most: number; draw: () => string; at: number };

export type StoredPass = { student: { id: string; name: string } | null };

export function passStore({ reader, write }: Database) {
  const existing = batchedRead(async (keys) => {
    const pairs = keys.map(parted);
    const rows = await reader.pass.findMany({
      where: {
        sessionId: { in: [...new Set(pairs.map(([sessionId]) => sessionId))] },
        code: { in: pairs.map(([, code]) => code) },
      },
      select: { sessionId: true, code: true, student: { select: { id: true, name: true } } },
    });
    return new Map(rows.map(({ sessionId, code, student }) => [joined(sessionId, code), { student }]));
  });

  return {
    /** Null if there is no such code. [Q7] `student`: of the session's class, who has it. */
    byCode: (sessionId: string, code: string): Promise<StoredPass | null> =>
      existing(joined(sessionId, code)),

    /** The oldest first; those created together are sorted by their random characters. */
    async ofSession(sessionId: string): Promise<string[]> {
      const rows = await reader.pass.findMany({
        where: { sessionId },
        orderBy: [{ createdAt: "asc" }, { code: "asc" }],
        select: { code: true },
      });
      return rows.map(({ code }) => code);
    },

    /** Creates more; false, and none, if there would be more than `most`. */
    async make(sessionId: string, { count, known, most, draw, at }: NewPasses): Promise<boolean> {
      return write(async (transaction) => {
        const rows = await transaction.pass.findMany({ where: { sessionId }, select: { code: true } });
        const codes = new Set(rows.map(({ code }) => code));
        const wanted = Math.min(known ?? codes.size, codes.size) + count;
        if (wanted > most) return false;
        const missing = wanted - codes.size;
        // [D11] A repeated request, whose first answer was lost.
        if (missing <= 0) return true;
        const made: string[] = [];
        while (made.length < missing) {
          const code = draw();
          if (!codes.has(code)) made.push(code);
          codes.add(code);
        }
        await transaction.pass.createMany({
          data: made.map((code) => ({ sessionId, code, createdAt: BigInt(at) })),
        });
        await record(transaction, { sessionId, at, actor: "host", kind: "codes", detail: String(missing) });
        return true;
      }, sessionId);
    },
  };
}

const joined = (sessionId: string, code: string) => `${sessionId} ${code}`;
const parted = (key: string) => key.split(" ") as [sessionId: string, code: string];
