// What all activities keep in columns of a session's row, in the order of the lesson.
import type { Merged } from "#debate/activities/merged.ts";
import type { Prisma, Session as Row } from "#prisma/generated/sqlite/client.ts";
import type { ActivityColumns } from "#server/activities/activity-columns.ts";
import { pairsColumns } from "#server/activities/pairs/columns.ts";

const ALL = [pairsColumns] as const;
export type OfActivities = Merged<Parameters<(typeof ALL)[number]["write"]>[0]>;

/** The compiler can't relate each `write` to its own `read`. */
const EACH: readonly ActivityColumns[] = ALL;
export const readColumns = (row: Row): OfActivities =>
  Object.assign({}, ...EACH.map(({ read }) => read(row)));
export const writeColumns = (kept: OfActivities): Prisma.SessionUpdateInput =>
  Object.assign({}, ...EACH.map(({ write }) => write(kept as never)));
