"use client";
import type { ComponentType } from "react";
import { CheckInStage, checkInNotes } from "#app/activities/comprehension/Host.tsx";
import {
  BegunByLot,
  HalfVotes,
  SwitchFirstStage,
  SwitchLaterStage,
} from "#app/activities/experiment/Host.tsx";
import { pairsAttention } from "#app/activities/pairs/host/PairsNeeds.tsx";
import { PairsStage } from "#app/activities/pairs/host/PairsStage.tsx";
import { ReadingSoFar } from "#app/activities/reading/Host.tsx";
import { SpeakingPart } from "#app/activities/speaking/Host.tsx";
import { SteelmanStage } from "#app/activities/steelman/Host.tsx";
import { steelmanAttention } from "#app/activities/steelman/Needs.tsx";
import type { HostNotes, HostReading } from "#app/host/host-reading.ts";
import type { WordsOf } from "#app/messages/words.ts";
import type { ActivityName } from "#debate/activities/index.ts";
import { merged, partsIn } from "#debate/activities/merged.ts";
import type { Phase } from "#debate/rules/phase-order.ts";
import type { Settings } from "#debate/rules/settings.ts";
import type { Roster, Snapshot } from "#debate/rules/snapshot.ts";

type Stage = ComponentType<{ settings: Settings; snapshot: Snapshot; roster: Roster }>;

/** Where activities stand in a control room before the results. */
type StageParts = {
  name: ActivityName;
  /** The middle in its phases. */
  stages?: { [phase in Phase]?: Stage };
  /** With an open vote. */
  Vote?: ComponentType<{ snapshot: Snapshot }>;
  /** Above the rebuttals. */
  Rebuttals?: ComponentType<{ snapshot: Snapshot; roster: Roster }>;
  /** While the class reads. */
  whileReading?: {
    /** What is said of it, in place of the usual. */
    lead?: WordsOf<"host.reading">;
    /** Before the texts, which what changes comes before; and under them. */
    Above?: ComponentType<HostReading>;
    Below?: ComponentType<HostReading>;
    /** Among the notes, once the class has read. */
    notes?: HostNotes;
  };
  /** What waits for the host beside rebuttals, how much that is, and where it is shown. */
  attention?: Attention;
};
export type Attention = {
  waiting: (snapshot: never, seats: never) => object;
  count: (waiting: never) => number;
  Needs: ComponentType<{ waiting: never }>;
};

const PARTS = [
  {
    name: "experiment",
    stages: { "switch-first": SwitchFirstStage, "switch-later": SwitchLaterStage },
    Vote: HalfVotes,
    whileReading: { Above: BegunByLot },
  },
  { name: "reading", whileReading: { lead: "leadDrawn", Above: ReadingSoFar } },
  { name: "comprehension", whileReading: { Below: CheckInStage, notes: checkInNotes } },
  { name: "speaking", Rebuttals: SpeakingPart },
  { name: "pairs", stages: { pairs: PairsStage }, attention: pairsAttention },
  { name: "steelman", stages: { steelman: SteelmanStage }, attention: steelmanAttention },
] as const satisfies readonly StageParts[];

export const HOST_STAGES: readonly StageParts[] = PARTS;
const stages = merged(partsIn(PARTS, "stages"));
export const STAGES: Record<keyof typeof stages, Stage> = stages;
export const NEEDS = partsIn(PARTS, "attention");
export const VOTE_NOTES: readonly ComponentType<{ snapshot: Snapshot }>[] = partsIn(PARTS, "Vote");
