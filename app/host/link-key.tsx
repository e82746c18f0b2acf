"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useState } from "react";

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

/** `instead`: for someone who is signed in already, and has no key. */
type ComeBackProps = { code: string; instead?: ReactNode };

/** [A2] For a visitor the control room does not recognize: an assistant whose window keeps a key, or someone who has to sign in. */
export function ComeBack({ code, instead }: ComeBackProps) {
  const t = useTranslations("host.connection");
  const [hasNoKey, setHasNoKey] = useState(false);
  const isSignedIn = instead !== undefined;
  const signIn = `/sign-in?next=${encodeURIComponent(`/host/${code}`)}`;
  useEffect(() => {
    let key: string | null = null;
    try {
      key = sessionStorage.getItem(place(code));
    } catch {
      // Nothing was kept.
    }
    if (key !== null) window.location.replace(`/host/${code}?key=${encodeURIComponent(key)}`);
    else if (isSignedIn) setHasNoKey(true);
    else window.location.replace(signIn);
  }, [code, signIn, isSignedIn]);
  if (hasNoKey) return instead;
  return (
    <noscript>
      <a href={signIn}>{t("signIn")}</a>
    </noscript>
  );
}
