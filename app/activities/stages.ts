"use client";
import { PairsStage } from "#app/activities/pairs/host/PairsStage.tsx";

/** The middle of the control room in the phases of activities. */
export const STAGES = { pairs: PairsStage } as const;
