"use client";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Notice } from "#app/shared/notices/Notice.tsx";

const KEY = "resolved.erased";
const DELETIONS = ["words", "seat", "seatButVotes"] as const;
type Deleted = (typeof DELETIONS)[number];

/** The page is loaded anew after words or a seat were deleted, so what it says then is kept until it has. */
export function noteErased(what: Deleted): void {
  try {
    sessionStorage.setItem(KEY, what);
  } catch {
    // Where storage is forbidden, nothing is said.
  }
}

/** [F1] That it is done; takes the focus. */
export function Erased() {
  const t = useTranslations("student.access.erased");
  const [deleted, setDeleted] = useState<Deleted | null>(null);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const noted = takeNote();
    if (noted) setDeleted(noted);
  }, []);
  useEffect(() => {
    if (deleted) place.current?.focus();
  }, [deleted]);
  if (!deleted) return null;
  return (
    <div ref={place} tabIndex={-1} className="mx-auto mb-6 max-w-measure outline-none">
      <Notice kind="success">{t(deleted)}</Notice>
    </div>
  );
}

function takeNote(): Deleted | null {
  try {
    const noted = sessionStorage.getItem(KEY);
    sessionStorage.removeItem(KEY);
    return DELETIONS.find((each) => each === noted) ?? null;
  } catch {
    return null;
  }
}
