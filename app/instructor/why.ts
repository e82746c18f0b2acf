"use client";
import { useTranslations } from "next-intl";
import type { Failure } from "#app/shared/ask.ts";

/** Words for why a request came to nothing. */
export function useWhy(): (code: Failure) => string {
  return useTranslations("refusals");
}
