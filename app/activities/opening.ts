"use client";
import type { ComponentType } from "react";
import { ControlChoice } from "#app/activities/control/Opening.tsx";
import { ExperimentChoice } from "#app/activities/experiment/Opening.tsx";
import { PairsChoice } from "#app/activities/pairs/Opening.tsx";
import type { ActivityName } from "#debate/activities/index.ts";
import type { Settings } from "#debate/rules/settings.ts";

type Choice = ComponentType<{ settings: Settings; onChange: (fields: Partial<Settings>) => void }>;

/** What there is to choose about an activity, below its switch in the opening form. */
export const CHOICES: { [name in ActivityName]?: Choice } = {
  control: ControlChoice,
  experiment: ExperimentChoice,
  pairs: PairsChoice,
};
