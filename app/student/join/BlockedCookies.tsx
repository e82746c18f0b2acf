"use client";
import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { Notice } from "#app/shared/notices/Notice.tsx";

const never = () => () => undefined;
const isBlocking = () => !navigator.cookieEnabled;

/** [J14] Without cookies no one joins. `isRefused`: the server has found so; before that the browser says it, where scripts run. */
export function BlockedCookies({ isRefused }: { isRefused: boolean }) {
  const t = useTranslations("student.join.cookies");
  const isTold = useSyncExternalStore(never, isBlocking, () => false);
  if (!isTold && !isRefused) return null;
  return (
    <Notice kind={isRefused ? "error" : "warning"} title={t("title")}>
      {t("body")}
    </Notice>
  );
}
