"use client";
import { useTranslations } from "next-intl";
import type { Snapshot } from "#debate/rules/snapshot.ts";

/** Under the rebuttals, once a hand is raised. */
export function HandsOnWall({ snapshot: { hands } }: { snapshot: Snapshot }) {
  const t = useTranslations("screen.hands");
  if (!hands) return null;
  return <p className="text-wall-md tabular-nums">{t("raised", { count: hands })}</p>;
}
