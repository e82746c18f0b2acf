// What all activities keep in columns of a session's row, in the order of the lesson.
import { type Merged, merged } from "#debate/activities/merged.ts";
import type { Session as Row } from "#prisma/generated/sqlite/client.ts";
import { pairsColumns } from "#server/activities/pairs/columns.ts";

const ALL = [pairsColumns] as const;
export type OfActivities = Merged<Parameters<(typeof ALL)[number]["write"]>[0]>;

export const readColumns = (row: Row): OfActivities => merged(ALL.map(({ read }) => read(row)));
export const writeColumns = (kept: OfActivities) => merged(ALL.map(({ write }) => write(kept)));
