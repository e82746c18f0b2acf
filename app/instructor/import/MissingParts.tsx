"use client";
import { useTranslations } from "next-intl";
import { CircleAlert, PenLine } from "#app/icons/icons.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { eachInSentence } from "#app/shared/text/in-sentence.tsx";
import type { Missing } from "#debate/content/newsletter-remarks.ts";

type MissingPartsProps = { missing: readonly Missing[]; onByHand: () => void };

/** Why the text is no debate yet, and what to do about each thing. */
export function MissingParts({ missing, onByHand }: MissingPartsProps) {
  const t = useTranslations("instructor.import");
  return (
    <section aria-labelledby="missing-part" className="grid content-start gap-5">
      <div role="status">
        <h2 id="missing-part" className="font-serif text-2xl">
          {t("missingPart")}
        </h2>
        <ul className="mt-4 grid gap-3">
          {missing.map(({ code, ...values }) => (
            <li
              key={`${code} ${JSON.stringify(values)}`}
              className="flex items-start gap-3 rounded-control border border-danger/40 bg-danger-wash px-4 py-3"
            >
              <CircleAlert aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-danger" />
              <div className="min-w-0">
                <p className="font-semibold">{t(`missing.${code}.title`, values)}</p>
                <p className="mt-0.5 text-sm wrap-anywhere">
                  {code === "broken-file"
                    ? t(`missing.${code}.body`, values)
                    : t.rich(`missing.${code}.body`, eachInSentence(values))}
                </p>
              </div>
            </li>
          ))}
        </ul>
      </div>
      <p className="text-ink-soft">{t("missingHint")}</p>
      <Button className="justify-self-start" onClick={onByHand}>
        <PenLine aria-hidden="true" className="size-5" />
        {t("byHand")}
      </Button>
    </section>
  );
}
