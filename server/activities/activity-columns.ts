import type { Prisma, Session as Row } from "#prisma/generated/sqlite/client.ts";

/** What an activity keeps in columns of a session's row. */
export type ActivityColumns = {
  read: (row: Row) => object;
  write: (kept: never) => Prisma.SessionUpdateInput;
};
