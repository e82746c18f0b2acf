"use client";
import { useTranslations } from "next-intl";
import { useSeat } from "#app/student/join/seat.ts";
import type { Waiting } from "#app/student/offline/outbox.ts";
import { FIRST_OF_A_SEAT, REBUTTALS_EACH } from "#debate/rules/rebuttals.ts";

/** Why a rebuttal was refused, in words. [R7, R14] `too-many` is final here: for one seat, or for the class. */
export function useRefusalWords(): (item: Pick<Waiting, "refused">) => string {
  const t = useTranslations("student.own.tooMany");
  const tRefusals = useTranslations("refusals");
  const { length } = useSeat().you.posted;
  return ({ refused = "internal" }) => {
    if (refused !== "too-many") return tRefusals(refused);
    if (length >= REBUTTALS_EACH) return t("own", { count: REBUTTALS_EACH });
    return t(length < FIRST_OF_A_SEAT ? "class" : "share");
  };
}
