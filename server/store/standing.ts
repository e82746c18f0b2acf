import type { Settings } from "#debate/rules/settings.ts";
import { Prisma } from "#prisma/generated/sqlite/client.ts";
import { readTogether } from "#server/store/batched-read.ts";
import type { Database } from "#server/store/database.ts";
import { readSettings } from "#server/store/session-rows.ts";

/** A seat, and its session as far as who comes in with it must know. `version`: as phones see it. */
export type Standing = {
  sessionId: string;
  code: string;
  settings: Settings;
  removed: boolean;
  version: number;
  step: string | null;
  phase: string;
};
type StandingRow = Omit<Standing, "settings" | "removed"> & {
  id: string;
  settings: string;
  removed: boolean | number;
};

/** Reads a seat with its session; null if there is no such seat. */
export const readStanding = (database: Pick<Database, "rows">) =>
  readTogether(async (ids) => {
    const found = await database.rows<StandingRow>(Prisma.sql`
          SELECT "participant"."id", "sessionId", "code", "settings", "removedAt" IS NOT NULL AS "removed",
            "version" - "joins" AS "version", "step", "phase"
          FROM "participant" JOIN "session" ON "session"."id" = "participant"."sessionId"
          WHERE "participant"."id" IN (${Prisma.join(ids)})`);
    return new Map(
      found.map(({ id, settings, removed, ...row }) => [
        id,
        { ...row, settings: readSettings({ settings }), removed: Boolean(removed) },
      ]),
    );
  });
