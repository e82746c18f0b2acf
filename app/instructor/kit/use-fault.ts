"use client";
import { useTranslations } from "next-intl";
import type { Faults } from "#app/instructor/editor/check.ts";

export type ErrorOf = (field: string) => string | undefined;

/** A field's error in words. */
export function useFault(faults: Faults): ErrorOf {
  const t = useTranslations("instructor.faults");
  return (field) => {
    const fault = faults.get(field);
    if (!fault) return undefined;
    const { code, ...figures } = fault;
    return t(code, figures);
  };
}
