"use client";
import { useSyncExternalStore } from "react";
import { useSeat } from "#app/student/join/seat.ts";
import type { Unsent } from "#app/student/offline/unsent.ts";
import type { Phase } from "#debate/rules/phase-order.ts";
import { resultsPublic } from "#debate/rules/phases.ts";

/** [P16] What was written for the other side. */
export function useUnsentSteelman(phase: Phase): Unsent[] {
  const { desk, you } = useSeat();
  const { subscribe, value, atFirst } = desk.steelman;
  const draft = useSyncExternalStore(subscribe, value, atFirst);
  const body = draft?.body.trim() ?? "";
  if (!resultsPublic(phase) || body === "" || body === you.steelman?.own?.body) return [];
  return [
    { kind: "steelman", key: "steelman", texts: [body], forget: () => desk.steelman.change(() => null) },
  ];
}
