"use client";
import { useSyncExternalStore } from "react";
import { useSeat } from "#app/student/join/seat.ts";
import type { Unsent } from "#app/student/offline/unsent.ts";
import { writesIn } from "#debate/activities/experiment/terms.ts";
import { hasReached, type Phase } from "#debate/rules/phase-order.ts";

/** [M28] What was written for the other side when the class moved on. */
export function useUnsentForExperiment(phase: Phase): Unsent[] {
  const { desk, you } = useSeat();
  const { subscribe, value, atFirst } = desk.experiment;
  const draft = useSyncExternalStore(subscribe, value, atFirst);
  const body = draft?.body.trim() ?? "";
  const own = you.experiment;
  const isOver = own && hasReached(phase, writesIn(own.arm)) && phase !== writesIn(own.arm);
  if (!isOver || body === "" || body === own.written?.body) return [];
  return [
    {
      ...{ kind: "experiment", key: "experiment", texts: [body] },
      forget: () => desk.experiment.change(() => null),
    },
  ];
}
