import { readTogether } from "#server/store/batched-read.ts";
import type { Database } from "#server/store/database.ts";
import { record } from "#server/store/events.ts";

/** New personal codes, drawn at random; `at` in milliseconds since the epoch. */
type Making = { count: number; most: number; draw: () => string; at: number };

export function passStore({ reader, write }: Database) {
  const known = readTogether(async (keys) => {
    const pairs = keys.map(parted);
    const rows = await reader.pass.findMany({
      where: {
        sessionId: { in: [...new Set(pairs.map(([sessionId]) => sessionId))] },
        code: { in: pairs.map(([, code]) => code) },
      },
      select: { sessionId: true, code: true },
    });
    return new Map(rows.map(({ sessionId, code }) => [joined(sessionId, code), true]));
  });

  return {
    async exists(sessionId: string, code: string): Promise<boolean> {
      return (await known(joined(sessionId, code))) !== null;
    },

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
    async make(sessionId: string, { count, most, draw, at }: Making): Promise<boolean> {
      return write(async (transaction) => {
        const rows = await transaction.pass.findMany({ where: { sessionId }, select: { code: true } });
        const codes = new Set(rows.map(({ code }) => code));
        if (codes.size + count > most) return false;
        const made: string[] = [];
        while (made.length < count) {
          const code = draw();
          if (!codes.has(code)) made.push(code);
          codes.add(code);
        }
        await transaction.pass.createMany({
          data: made.map((code) => ({ sessionId, code, createdAt: BigInt(at) })),
        });
        await record(transaction, { sessionId, at, actor: "host", kind: "codes", detail: String(count) });
        return true;
      }, sessionId);
    },
  };
}

const joined = (sessionId: string, code: string) => `${sessionId} ${code}`;
const parted = (key: string) => key.split(" ") as [sessionId: string, code: string];
