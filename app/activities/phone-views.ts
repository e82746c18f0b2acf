"use client";
import type { ComponentType } from "react";
import { SteelmanView } from "#app/activities/steelman/Phone.tsx";
import type { OwnPhase } from "#app/shared/views-of-phase.ts";
import { PairsView } from "#app/student/pairs/PairsView.tsx";

/** What phones show in the phases of activities. */
export const VIEWS: Record<OwnPhase, ComponentType> = { pairs: PairsView, steelman: SteelmanView };
