import BetterSqlite3 from "better-sqlite3";
import { expect, test } from "vitest";
import { UnusableDatabase } from "#server/platform/storage-failures.ts";
import { assertSafeSqlite } from "#server/store/sqlite/open-sqlite.ts";

const bundled = new BetterSqlite3(":memory:").prepare("SELECT sqlite_version()").pluck().get() as string;

test("[B2] the bundled SQLite is one that loses no commits", () => {
  expect(() => assertSafeSqlite(bundled)).not.toThrow();
});

test.each(["3.7.0", "3.50.4", "3.51.0", "3.51.2", "2.9.9", "nonsense"])(
  "[B2] a server does not start on SQLite %s, which can lose commits",
  (version) => {
    expect(() => assertSafeSqlite(version)).toThrow(UnusableDatabase);
  },
);

test.each(["3.51.3", "3.52.0", "3.53.2", "4.0.0"])("[B2] SQLite %s is fine", (version) => {
  expect(() => assertSafeSqlite(version)).not.toThrow();
});
