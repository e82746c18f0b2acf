import { useTranslations } from "next-intl";
import { CardSection } from "#app/shared/card/CardSection.tsx";
import { OwnWords } from "#app/shared/card/OwnWords.tsx";
import { Written } from "#app/shared/text/Written.tsx";
import type { OwnMarks } from "#debate/protocol/answers/mark-answers.ts";

/** [Q22] What the host said of the student, once it is released. */
export function CardMarks({ marks: { levels, comment } }: { marks: OwnMarks }) {
  const t = useTranslations("card.marks");
  return (
    <CardSection title={t("title")}>
      {levels.length > 0 && (
        <dl className="grid gap-3 print:block">
          {levels.map(({ name, level, words, most }, place) => (
            <div
              // biome-ignore lint/suspicious/noArrayIndexKey: the list is made once.
              key={place}
              className="grid break-inside-avoid gap-0.5 border-t border-line pt-2 print:pt-1"
            >
              <dt className="flex justify-between gap-4">
                <Written className="font-semibold wrap-anywhere">{name}</Written>
                <span className="shrink-0 tabular-nums">
                  {level === null ? t("notMarked") : t("level", { level, most })}
                </span>
              </dt>
              {words !== "" && <Written as="dd">{words}</Written>}
            </div>
          ))}
        </dl>
      )}
      {comment !== "" && (
        <div className="border-t border-line pt-2">
          <h3 className="text-sm text-ink-soft">{t("comment")}</h3>
          <OwnWords>{comment}</OwnWords>
        </div>
      )}
    </CardSection>
  );
}
