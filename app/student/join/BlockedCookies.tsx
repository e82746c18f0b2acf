"use client";
import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { Notice } from "#app/shared/notices/Notice.tsx";

const never = () => () => undefined;
const isBlocking = () => !navigator.cookieEnabled;

/** [J2] Without cookies a seat is lost with the page, and each way in takes another one. */
export function BlockedCookies({ isKnown }: { isKnown: boolean }) {
  const t = useTranslations("student.join");
  const isFound = useSyncExternalStore(never, isBlocking, () => false);
  return (isKnown || isFound) && <Notice kind="warning">{t("cookies")}</Notice>;
}
