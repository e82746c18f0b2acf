"use client";
import { useTranslations } from "next-intl";
import type { Refusal } from "#debate/rules/result.ts";

/** Words for why a request came to nothing. */
export function useWhy(): (code: Refusal | "offline") => string {
  return useTranslations("refusals");
}
