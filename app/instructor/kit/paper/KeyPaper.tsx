import { useTranslations } from "next-intl";
import { Check } from "#app/icons/icons.ts";
import { Written } from "#app/shared/text/Written.tsx";
import type { Kit } from "#debate/content/kit.ts";

/** The questions with their right answers, and why these are right. */
export function KeyPaper({ questions }: { questions: NonNullable<Kit["questions"]> }) {
  const t = useTranslations("kitPaper.key");
  return (
    <ol className="grid gap-5">
      {questions.map(({ question, options, answer, why }, index) => (
        <li key={question} data-whole>
          <p className="flex gap-2 font-semibold">
            <span className="tabular-nums">{index + 1}.</span>
            <Written>{question}</Written>
          </p>
          <ul className="mt-1 grid gap-1 ps-6">
            {options.map((option, place) => (
              <li key={option} className="grid grid-cols-[1.25rem_minmax(0,1fr)]">
                {place === answer && <Check aria-hidden="true" className="mt-0.5 size-4" />}
                <span className="col-start-2">
                  {place === answer && <span className="sr-only">{t("right")} </span>}
                  <Written className={place === answer ? "font-semibold" : undefined}>{option}</Written>
                </span>
              </li>
            ))}
          </ul>
          {why && (
            <Written as="p" className="mt-1 ps-6 text-sm text-ink-soft">
              {why}
            </Written>
          )}
        </li>
      ))}
    </ol>
  );
}
