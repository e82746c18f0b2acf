"use client";
import { steelmanDesk } from "#app/activities/steelman/draft.ts";
import { merged } from "#debate/activities/merged.ts";

const ALL = [steelmanDesk] as const;

/** What one seat keeps of activities on this phone, beside messages. `place`: where something of that name is kept. */
export const activityDesk = (place: (what: string) => string) => merged(ALL.map((open) => open(place)));
export type ActivityDesk = ReturnType<typeof activityDesk>;
