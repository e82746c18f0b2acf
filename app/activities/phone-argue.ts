"use client";
import type { ComponentType } from "react";
import type { WITH_BAR } from "#app/activities/phone-at-first.ts";
import { SpeakBar } from "#app/activities/speaking/Phone.tsx";

/** What stands above every view of a phone while an activity is used. */
export const BARS: Record<(typeof WITH_BAR)[number], ComponentType> = { speaking: SpeakBar };
