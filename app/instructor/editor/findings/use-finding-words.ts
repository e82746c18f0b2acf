"use client";
import { useTranslations } from "next-intl";
import type { Finding } from "#app/instructor/editor/findings/findings.ts";

/** [D26] What was found, in words. */
export function useFindingWords(): (finding: Finding) => string {
  const t = useTranslations("instructor.hand.findings");
  return ({ at: _, code, ...values }) => t(code, values);
}
