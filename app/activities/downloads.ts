import { pairsDownloads } from "#app/activities/pairs/chosen.ts";

/** The tables of activities that a host can download, and which sessions have them. */
export const DOWNLOADS = { ...pairsDownloads };
export const TABLES = Object.keys(DOWNLOADS) as (keyof typeof DOWNLOADS)[];
