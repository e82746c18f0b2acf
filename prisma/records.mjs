import { createHash, randomUUID } from "node:crypto";

/** Prisma's own table of applied migrations, so that Prisma's tools accept the database. */
export const RECORDS = {
  sqlite: `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id"                    TEXT PRIMARY KEY NOT NULL,
    "checksum"              TEXT NOT NULL,
    "finished_at"           DATETIME,
    "migration_name"        TEXT NOT NULL,
    "logs"                  TEXT,
    "rolled_back_at"        DATETIME,
    "started_at"            DATETIME NOT NULL DEFAULT current_timestamp,
    "applied_steps_count"   INTEGER UNSIGNED NOT NULL DEFAULT 0
)`,
  postgresql: `CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id                      VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum                VARCHAR(64) NOT NULL,
    finished_at             TIMESTAMPTZ,
    migration_name          VARCHAR(255) NOT NULL,
    logs                    TEXT,
    rolled_back_at          TIMESTAMPTZ,
    started_at              TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count     INTEGER NOT NULL DEFAULT 0
)`,
};

/**
 * The statement that records an applied migration.
 * @param {{ name: string, script: string, startedAt: Date }} migration
 */
export function record({ name, script, startedAt }) {
  const checksum = createHash("sha256").update(script).digest("hex");
  return `INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, started_at, applied_steps_count)
    VALUES ('${randomUUID()}', '${checksum}', '${timeOf(new Date())}', '${name}', '${timeOf(startedAt)}', 1)`;
}

/**
 * A time as Prisma writes it.
 * @param {Date} date
 */
const timeOf = (date) => date.toISOString().replace("Z", "+00:00");
