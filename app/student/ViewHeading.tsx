"use client";
import { useTranslations } from "next-intl";
import type { View } from "#app/shared/views-of-phase.ts";
import type { Round } from "#debate/rules/choices.ts";

type ViewHeadingProps = { of: Exclude<View, "vote"> | `vote.${Round}` };

/** What a view is about, in a line; takes the focus when the class moves, so that it is read out. */
export function ViewHeading({ of }: ViewHeadingProps) {
  const t = useTranslations("phones.title");
  return (
    <h1 tabIndex={-1} className="eyebrow text-ink-soft outline-none">
      {t(of)}
    </h1>
  );
}
