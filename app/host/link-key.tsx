"use client";
import { useTranslations } from "next-intl";
import { useEffect } from "react";

const place = (code: string) => `resolved:assistant:${code}`;

/** [A2] Takes an assistant's key out of the address, where a neighbour would read it, and keeps it for this window. */
export function useKeyOutOfSight(code: string, key: string | undefined): void {
  useEffect(() => {
    if (key === undefined) return;
    try {
      sessionStorage.setItem(place(code), key);
    } catch {
      return; // Where nothing may be kept, the address keeps it.
    }
    window.history.replaceState(null, "", `/host/${code}`);
  }, [code, key]);
}

/** For a visitor the control room does not recognize: an assistant whose window keeps a key, or someone who has to sign in. */
export function ComeBack({ code }: { code: string }) {
  const t = useTranslations("host.connection");
  const signIn = `/sign-in?next=${encodeURIComponent(`/host/${code}`)}`;
  useEffect(() => {
    let key: string | null = null;
    try {
      key = sessionStorage.getItem(place(code));
    } catch {
      // Nothing was kept.
    }
    window.location.replace(key === null ? signIn : `/host/${code}?key=${encodeURIComponent(key)}`);
  }, [code, signIn]);
  return (
    <noscript>
      <a href={signIn}>{t("signIn")}</a>
    </noscript>
  );
}
