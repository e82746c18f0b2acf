"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { classNames } from "#app/shared/class-names.ts";
import { Written } from "#app/shared/text/Written.tsx";
import type { Rebuttal } from "#debate/rules/snapshot.ts";

type RebuttalWordsProps = { rebuttal: Rebuttal | undefined; className: string };

/** A rebuttal's words. [R15] One that was never here may be on a page that is still to come, so nothing is said of it. */
export function RebuttalWords({ rebuttal, className }: RebuttalWordsProps) {
  const t = useTranslations("student.result");
  const [wasHere, setWasHere] = useState(rebuttal !== undefined);
  if (rebuttal && !wasHere) setWasHere(true);
  if (!wasHere) return null;
  const body = rebuttal?.status === "published" ? rebuttal.body : null;
  return (
    <Written as="p" className={classNames("font-serif text-lg wrap-anywhere", className)}>
      {body ?? <span className="text-ink-soft">{t("gone")}</span>}
    </Written>
  );
}
