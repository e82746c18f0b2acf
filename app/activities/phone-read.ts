"use client";
import type { ComponentType } from "react";
import { QuestionsAhead, QuestionsBelow } from "#app/activities/comprehension/Phone.tsx";
import type { ActivityName } from "#debate/activities/index.ts";

/** Where activities stand on a phone that shows the positions. */
type ReadParts = {
  name: ActivityName;
  /** Above them, while the class reads. */
  Above?: ComponentType;
  Below?: ComponentType;
};

export const READ: readonly ReadParts[] = [
  { name: "comprehension", Above: QuestionsAhead, Below: QuestionsBelow },
];
