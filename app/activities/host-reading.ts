"use client";
import type { ComponentType } from "react";
import { CheckInStage, checkInNotes } from "#app/activities/comprehension/Host.tsx";
import type { HostNotes, HostReading } from "#app/host/host-reading.ts";
import type { ActivityName } from "#debate/activities/index.ts";

/** Where activities stand in a control room while the class reads, and later. */
type ReadingParts = {
  name: ActivityName;
  /** In the middle, under the texts. */
  Below?: ComponentType<HostReading>;
  /** Among the notes, once the class has read. */
  notes?: HostNotes;
};

export const HOST_READING: readonly ReadingParts[] = [
  { name: "comprehension", Below: CheckInStage, notes: checkInNotes },
];
