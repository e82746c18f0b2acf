"use client";
import { PairsStage } from "#app/activities/pairs/host/PairsStage.tsx";
import { SteelmanStage } from "#app/activities/steelman/Host.tsx";

/** The middle of the control room in the phases of activities. */
export const STAGES = { pairs: PairsStage, steelman: SteelmanStage } as const;
