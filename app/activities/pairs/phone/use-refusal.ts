"use client";
import { useTranslations } from "next-intl";
import type { KeptMessage } from "#debate/activities/keeping.ts";
import { LINES_EACH } from "#debate/activities/pairs/terms.ts";
import type { Refusal } from "#debate/rules/result.ts";

/** Why a line to one's partners was not sent. */
export function useRefusalOfLines(): (message: KeptMessage, code: Refusal) => string | null {
  const t = useTranslations("student.pairs");
  const tRefusals = useTranslations("refusals");
  return ({ name }, code) => {
    if (name !== "pairs:say") return null;
    // [P27] A phone that was offline while the class was paired has no place at first.
    if (code === "stale" || code === "forbidden") return t("parted");
    return code === "too-many" ? t("full", { count: LINES_EACH }) : tRefusals(code);
  };
}
