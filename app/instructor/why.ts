"use client";
import { useTranslations } from "next-intl";
import { useCallback } from "react";
import type { Refusal } from "#debate/rules/result.ts";

/** Words for why a request came to nothing. */
export function useWhy(): (code: Refusal | "offline") => string {
  const t = useTranslations("instructor");
  const refusals = useTranslations("refusals");
  return useCallback((code) => (code === "offline" ? t("offline") : refusals(code)), [t, refusals]);
}
