"use client";
import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { Notice } from "#app/shared/notices/Notice.tsx";
import { writeCookie } from "#app/shared/storage/write-cookie.ts";

const never = () => () => undefined;

/** Chromium says that cookies are enabled where they are all blocked. In a frame of another site only the server can keep one. */
function isBlocking(): boolean {
  if (window.self !== window.top) return !navigator.cookieEnabled;
  writeCookie("cookies", "work", { path: "/", seconds: 86_400 });
  return !document.cookie.includes("cookies=work");
}

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
