"use client";
import type { ComponentType } from "react";
import { Checklist, Starters } from "#app/activities/starters/Phone.tsx";
import type { ActivityName } from "#debate/activities/index.ts";

/** Where activities help with the words of a rebuttal. */
type ComposerParts = {
  name: ActivityName;
  /** What it can begin with. `onBegun`: once that is in the text. */
  Beginnings?: ComponentType<{ onBegun: () => void }>;
  /** What to look at before it is sent. */
  Checks?: ComponentType;
};

export const COMPOSER: readonly ComposerParts[] = [
  { name: "starters", Beginnings: Starters, Checks: Checklist },
];
