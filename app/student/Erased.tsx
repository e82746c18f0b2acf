"use client";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Notice } from "#app/shared/notices/Notice.tsx";

const KEY = "resolved.erased";
type Scope = "words" | "seat";

/** The page is loaded anew after words or a seat were deleted, so what it says then is kept until it has. */
export function noteErased(scope: Scope): void {
  try {
    sessionStorage.setItem(KEY, scope);
  } catch {
    // Where storage is forbidden, nothing is said.
  }
}

/** [F1] That it is done; takes the focus. */
export function Erased() {
  const t = useTranslations("student.access.erased");
  const [scope, setScope] = useState<Scope | null>(null);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const noted = takeNote();
    if (noted) setScope(noted);
  }, []);
  useEffect(() => {
    if (scope) place.current?.focus();
  }, [scope]);
  if (!scope) return null;
  return (
    <div ref={place} tabIndex={-1} className="mx-auto mb-6 max-w-measure outline-none">
      <Notice kind="success">{t(scope)}</Notice>
    </div>
  );
}

function takeNote(): Scope | null {
  try {
    const noted = sessionStorage.getItem(KEY);
    sessionStorage.removeItem(KEY);
    return noted === "words" || noted === "seat" ? noted : null;
  } catch {
    return null;
  }
}
