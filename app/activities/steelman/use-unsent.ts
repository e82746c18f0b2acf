"use client";
import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { useSeat } from "#app/student/join/seat.ts";
import type { Unsent } from "#app/student/offline/unsent.ts";
import { resultsPublic } from "#debate/rules/phases.ts";

/** [P16] What was written for the other side. */
export function useUnsentSteelman(): Unsent[] {
  const t = useTranslations("student.refused.unsent");
  const { desk, you, state } = useSeat();
  const { subscribe, value, atFirst } = desk.steelman;
  const draft = useSyncExternalStore(subscribe, value, atFirst);
  const body = draft?.body.trim() ?? "";
  if (!resultsPublic(state.snapshot.phase) || body === "" || body === you.steelman?.own?.body) return [];
  const forget = () => desk.steelman.change(() => null);
  return [{ title: t("steelman"), key: "steelman", texts: [body], forget }];
}
