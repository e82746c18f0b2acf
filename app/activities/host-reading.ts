"use client";
import type { ComponentType } from "react";
import { CheckInStage, checkInNotes } from "#app/activities/comprehension/Host.tsx";
import { ReadingSoFar } from "#app/activities/reading/Host.tsx";
import type { HostNotes, HostReading } from "#app/host/host-reading.ts";
import type { ActivityName } from "#debate/activities/index.ts";

/** Where activities stand in a control room while the class reads, and later. */
type ReadingParts = {
  name: ActivityName;
  /** What is said of the reading, in place of the usual. */
  lead?: "leadDrawn";
  /** In the middle, before the texts, which what changes comes before; and under them. */
  Above?: ComponentType<HostReading>;
  Below?: ComponentType<HostReading>;
  /** Among the notes, once the class has read. */
  notes?: HostNotes;
};

export const HOST_READING: readonly ReadingParts[] = [
  { name: "reading", lead: "leadDrawn", Above: ReadingSoFar },
  { name: "comprehension", Below: CheckInStage, notes: checkInNotes },
];
