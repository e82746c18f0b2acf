"use client";
import type { ComponentType } from "react";
import { MissedBar } from "#app/activities/pairs/phone/MissedBar.tsx";
import { PairsView } from "#app/activities/pairs/phone/PairsView.tsx";
import type { WITH_BAR } from "#app/activities/phone-at-first.ts";
import { SpeakBar } from "#app/activities/speaking/Phone.tsx";
import { SteelmanView } from "#app/activities/steelman/Phone.tsx";

/** What activities show on a phone from the reading on: the views of their phases, */
export const VIEWS = { pairs: PairsView, steelman: SteelmanView } as const;
/** and what stands above every view while one is used. */
export const BARS: Record<(typeof WITH_BAR)[number], ComponentType> = {
  speaking: SpeakBar,
  pairs: MissedBar,
};
