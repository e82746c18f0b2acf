"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Difference } from "#app/instructor/editor/versions/compare.ts";
import { inSentence } from "#app/shared/text/in-sentence.tsx";

/** The name of a changed part, as in the editor: `said` as plain text, `shown` with names marked with their language [E7]. */
export function useDifferenceLabel(experts: readonly [string, string]) {
  const t = useTranslations("instructor.versions");
  const editor = useTranslations("instructor.editor");
  const labelOf = ({ field, place, numbers }: Difference) => {
    if (field === "editorName" || field === "editorBiography")
      return t.markup("of", {
        who: () => editor("editorPart"),
        what: editor(field === "editorName" ? "name" : "biography"),
      });
    if (field === "resources") return editor("resourcesPart");
    if (field === "related") return editor("relatedPart");
    const expert = experts[place ?? 0];
    if (field === "paragraphs") {
      const { first = 1, last = first } = numbers ?? {};
      return { key: "paragraphs", expert, values: { first, last, count: last - first + 1 } } as const;
    }
    return place === undefined
      ? editor(field)
      : ({ key: "of", expert, values: { what: editor(field) } } as const);
  };
  const said = (difference: Difference): string => {
    const label = labelOf(difference);
    return typeof label === "string"
      ? label
      : t.markup(label.key, { ...label.values, who: () => label.expert });
  };
  const shown = (difference: Difference): ReactNode => {
    const label = labelOf(difference);
    return typeof label === "string"
      ? label
      : t.rich(label.key, { ...label.values, who: inSentence(label.expert) });
  };
  return { said, shown };
}
