"use client";
import { reveal } from "#app/screen/later-reveal.ts";
import { later } from "#app/shared/loading/later.tsx";
import { resultsPublic } from "#debate/rules/phases.ts";
import type { Snapshot } from "#debate/rules/snapshot.ts";

export const faces = later(() => import("#app/screen/screen-parts.ts"));

/** Fetches what later phases and the host's picks draw, so that a wall without a network shows it, too. */
export async function loadLaterFaces(): Promise<void> {
  await Promise.all([faces.load(), reveal.load()]);
}

/** The parts that a wall begins with. */
export function laterFacesOf({ phase }: Snapshot) {
  return resultsPublic(phase) ? [faces, reveal] : [faces];
}
