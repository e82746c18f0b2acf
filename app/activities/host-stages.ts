"use client";
import type { ComponentType } from "react";
import { SteelmanStage } from "#app/activities/steelman/Host.tsx";
import { PairsStage } from "#app/host/stages/PairsStage.tsx";
import type { OwnPhase } from "#app/shared/views-of-phase.ts";
import type { Settings } from "#debate/rules/settings.ts";
import type { Roster, Snapshot } from "#debate/rules/snapshot.ts";

type StageProps = { settings: Settings; snapshot: Snapshot; roster: Roster };

/** The middle of the control room in the phases of activities. */
export const STAGES: Record<OwnPhase, ComponentType<StageProps>> = {
  pairs: PairsStage,
  steelman: SteelmanStage,
};
