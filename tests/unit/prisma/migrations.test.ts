import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const FOLDER = "prisma/migrations/postgresql";
/** The newest migration of 1.0.0. */
const FIRST_RELEASE = "0033_activity_settings";

test("[O45] migrations since 1.0.0 only add, so that the version before runs beside a newer one on PostgreSQL", () => {
  const names = readdirSync(FOLDER).filter((name) => !name.endsWith(".toml"));
  expect(names).toContain(FIRST_RELEASE);
  for (const name of names.filter((each) => each > FIRST_RELEASE)) {
    const sql = readFileSync(`${FOLDER}/${name}/migration.sql`, "utf8");
    expect(sql, name).not.toMatch(/\bDROP (?:TABLE|COLUMN)\b|\bRENAME\b|\bSET NOT NULL\b/u);
    expect(sql, name).not.toMatch(/\bADD COLUMN\b[^,;]*\bNOT NULL\b(?![^,;]*\bDEFAULT\b)/u);
  }
});
