"use client";
import { useTranslations } from "next-intl";
import { marked } from "#app/instructor/editor/versions/marked.ts";
import { Written } from "#app/shared/text/Written.tsx";

/** A text of one version, with what the other says otherwise marked. */
export function MarkedText({ text, other }: { text: string; other: string }) {
  const t = useTranslations("instructor.versions");
  if (text === "") return <span className="text-sm text-ink-soft italic">{t("empty")}</span>;
  const { before, differs, after } = marked(text, other);
  return (
    <Written of={text} className="font-serif whitespace-pre-wrap wrap-anywhere">
      {before}
      {differs && (
        <mark className="bg-warn-wash text-ink underline decoration-warn decoration-2 underline-offset-2">
          {differs}
        </mark>
      )}
      {after}
    </Written>
  );
}
