"use client";
import { useTranslations } from "next-intl";
import { classNames } from "#app/shared/class-names.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { SelectField } from "#app/shared/controls/SelectField.tsx";
import { useDraft, whole } from "#app/student/argue/use-draft.ts";
import { useSeat } from "#app/student/join/seat.ts";
import { languageRead } from "#debate/content/versions.ts";
import {
  begun,
  KIND_OF_STARTER,
  KINDS,
  STARTERS,
  type Starter,
  starterLanguage,
  starterWords,
} from "#debate/rules/starters.ts";

/** [X12] Beginnings for a text. `onBegun`: once one is in it. */
export function Starters({ onBegun }: { onBegun: () => void }) {
  const t = useTranslations("student.starters");
  const { desk, debate, settings } = useSeat();
  const draft = useDraft(whole);
  if (!settings.starters || !draft) return null;
  const language = starterLanguage(debate ? languageRead(debate) : undefined, settings.language);
  const begin = (starter: Starter) => {
    const { kind: chosen, starter: last, startedWith, ...rest } = draft;
    const words = starterWords(starter, language);
    // What the last one proposed is replaced, what the writer chose is not.
    const isProposed = chosen === undefined || (last !== undefined && chosen === KIND_OF_STARTER[last]);
    const kind = isProposed ? KIND_OF_STARTER[starter] : chosen;
    desk.drafts.replace({
      ...rest,
      body: begun(draft.body, words, startedWith),
      starter,
      startedWith: words,
      ...(kind && { kind }),
    });
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

/** [X14] */
export function KindChoice() {
  const t = useTranslations("student.starters");
  const names = useTranslations("kinds");
  const { desk, settings } = useSeat();
  const draft = useDraft(whole);
  if (!settings.starters || !draft) return null;
  const choose = (value: string) => {
    const { kind: _, ...rest } = draft;
    const kind = KINDS.find((each) => each === value);
    desk.drafts.replace(kind ? { ...rest, kind } : rest);
  };
  return (
    <SelectField optional label={t("kind")} value={draft.kind ?? ""} onChange={choose}>
      <option value="">{t("noKind")}</option>
      {KINDS.map((kind) => (
        <option key={kind} value={kind}>
          {names(kind)}
        </option>
      ))}
    </SelectField>
  );
}

const CHECKS = ["claim", "reason", "evidence", "theirs"] as const;

/** [X16] What a writer looks at before sending, for themselves alone. */
export function Checklist() {
  const t = useTranslations("student.starters");
  const { desk, settings } = useSeat();
  const draft = useDraft(whole);
  if (!settings.starters || !draft) return null;
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
