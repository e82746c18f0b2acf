"use client";
import { useTranslations } from "next-intl";
import { classNames } from "#app/shared/class-names.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { useDraft, whole } from "#app/student/argue/use-draft.ts";
import { useSeat } from "#app/student/join/seat.ts";
import { STARTERS, type Starter } from "#debate/activities/starters/rules.ts";
import { begun, starterLanguage, starterWords } from "#debate/activities/starters/words.ts";
import { languageRead } from "#debate/content/versions.ts";

/** [X12] Beginnings for a text. `onBegun`: once one is in it. */
export function Starters({ onBegun }: { onBegun: () => void }) {
  const t = useTranslations("student.starters");
  const { desk, debate, settings } = useSeat();
  const draft = useDraft(whole);
  if (!draft) return null;
  const language = starterLanguage(debate ? languageRead(debate) : undefined, settings.language);
  const begin = (starter: Starter) => {
    const words = starterWords(starter, language);
    desk.drafts.write({ body: begun(draft.body, words, draft.startedWith), starter, startedWith: words });
    onBegun();
  };
  return (
    <fieldset className="grid min-w-0 gap-2">
      <legend className="mb-1 font-semibold">{t("label")}</legend>
      <div className="flex flex-wrap gap-2">
        {STARTERS.map((starter) => (
          <Button
            key={starter}
            size="small"
            aria-pressed={draft.starter === starter}
            className={classNames(draft.starter === starter && "border-ink! bg-sunken!")}
            onClick={() => begin(starter)}
          >
            {t(`names.${starter}`)}
          </Button>
        ))}
      </div>
      <p className="text-sm text-ink-soft">{t("hint")}</p>
    </fieldset>
  );
}

const CHECKS = ["claim", "reason", "evidence", "theirs"] as const;

/** [X16] What a writer looks at before sending, for themselves alone. */
export function Checklist() {
  const t = useTranslations("student.starters");
  const { desk } = useSeat();
  const draft = useDraft(whole);
  if (!draft) return null;
  const checked = draft.checked ?? [];
  const turn = (check: string) =>
    checked.includes(check) ? checked.filter((each) => each !== check) : [...checked, check];
  return (
    <fieldset className="grid min-w-0">
      <legend className="font-semibold">{t("checks.label")}</legend>
      <p className="text-sm text-ink-soft">{t("checks.hint")}</p>
      {CHECKS.map((check) => (
        <label key={check} className="flex min-h-touch items-center gap-3 py-1">
          <input
            type="checkbox"
            checked={checked.includes(check)}
            onChange={() => desk.drafts.write({ checked: turn(check) })}
            className="size-5 shrink-0 accent-ink"
          />
          {t(`checks.${check}`)}
        </label>
      ))}
    </fieldset>
  );
}
