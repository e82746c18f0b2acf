import type { Settings } from "#debate/rules/settings.ts";
import { Prisma } from "#prisma/generated/sqlite/client.ts";
import { readTogether } from "#server/store/batched-read.ts";
import type { Database } from "#server/store/database.ts";
import { readSettings } from "#server/store/session-rows.ts";

/** A seat, and its session as far as who comes in with it must know. `version`: as phones see it, without `joins`. */
export type Standing = {
  sessionId: string;
  code: string;
  settings: Settings;
  removed: boolean;
  version: number;
  joins: number;
  step: string | null;
  phase: string;
};
type StandingRow = Omit<Standing, "settings" | "removed"> & {
  id: string;
  settings: string;
  removed: boolean | number;
};

/** Whether there may be guesses [V16] or lines to partners [P27], which don't raise the version. */
export const hasQuiet = ({ step, phase }: Standing): boolean => step === "guess" || phase === "pairs";

/** Reads a seat with its session; null if there is no such seat. */
export const readStanding = (database: Pick<Database, "rows">) =>
  readTogether(async (ids) => {
    const found = await database.rows<StandingRow>(Prisma.sql`
          SELECT "participant"."id", "sessionId", "code", "settings", "removedAt" IS NOT NULL AS "removed",
            "version" - "joins" AS "version", "joins", "step", "phase"
          FROM "participant" JOIN "session" ON "session"."id" = "participant"."sessionId"
          WHERE "participant"."id" IN (${Prisma.join(ids)})`);
    return new Map(
      found.map(({ id, settings, removed, ...row }) => [
        id,
        { ...row, settings: readSettings({ settings }), removed: Boolean(removed) },
      ]),
    );
  });
