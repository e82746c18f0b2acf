"use client";
import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { Notice } from "#app/shared/notices/Notice.tsx";

const never = () => () => undefined;
const isBlocking = () => !navigator.cookieEnabled;

/**
 * [J2] Without cookies a seat is lost with the page, and each way in takes another one. `isLost`: a seat that was taken is not
 * there; where scripts run, the browser is asked.
 */
export function BlockedCookies({ isLost }: { isLost: boolean }) {
  const t = useTranslations("student.join");
  const isShown = useSyncExternalStore(never, isBlocking, () => isLost);
  return isShown && <Notice kind="warning">{t("cookies")}</Notice>;
}
