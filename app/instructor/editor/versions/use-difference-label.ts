"use client";
import { useTranslations } from "next-intl";
import { useCallback } from "react";
import type { Difference } from "#app/instructor/editor/versions/compare.ts";

/** What a part of a debate is called, as in the editor. */
export function useDifferenceLabel(experts: readonly [string, string]) {
  const t = useTranslations("instructor.versions");
  const editor = useTranslations("instructor.editor");
  return useCallback(
    ({ field, place, numbers }: Difference): string => {
      if (field === "editorName" || field === "editorBiography")
        return t("of", {
          who: editor("editorPart"),
          what: editor(field === "editorName" ? "name" : "biography"),
        });
      if (field === "resources") return editor("resourcesPart");
      if (field === "related") return editor("relatedPart");
      if (field === "paragraphs") {
        const { first = 1, last = first } = numbers ?? {};
        return t("paragraphs", { expert: experts[place ?? 0], first, last, count: last - first + 1 });
      }
      return place === undefined ? editor(field) : t("of", { who: experts[place], what: editor(field) });
    },
    [t, editor, experts],
  );
}
