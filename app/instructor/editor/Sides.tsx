"use client";
import { Checkbox } from "@base-ui/react/checkbox";
import { useLocale, useTranslations } from "next-intl";
import { ArrowLeftRight, Check } from "#app/icons/icons.ts";
import { setFields, swapExperts } from "#app/instructor/editor/changes.ts";
import { useEditor } from "#app/instructor/editor/context.ts";
import type { DebateForm } from "#app/instructor/editor/debate-form.ts";
import { classNames } from "#app/shared/class-names.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { FieldError } from "#app/shared/controls/FieldError.tsx";
import { inSentence } from "#app/shared/text/in-sentence.tsx";
import { Written } from "#app/shared/text/Written.tsx";
import { ChoiceBadge } from "#app/shared/votes/ChoiceMark.tsx";
import { caseOf, fullName } from "#debate/content/expert-words.ts";
import { SIDES } from "#debate/rules/choices.ts";

/** No text says who argues which side; a person must, before the debate can be saved. */
export function Sides({ form }: { form: DebateForm }) {
  const t = useTranslations("instructor.editor");
  const { step, errors, say, lang } = useEditor();
  const locale = useLocale();
  const error = errors.get("sides");
  const names = form.positions.map(
    (expert, place) => fullName(expert) || caseOf(SIDES[place === 0 ? 0 : 1], lang ?? locale),
  );
  const swap = () => {
    step({ do: "change", change: swapExperts });
    say(t("swapped", { for: names[1] ?? "", against: names[0] ?? "" }));
  };
  return (
    <section
      aria-labelledby="sides-part"
      className={classNames(
        "grid gap-4 rounded-card border-2 bg-surface p-4 sm:p-5",
        error ? "border-danger" : form.sidesConfirmed ? "border-line" : "border-ink",
      )}
    >
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div>
          <h2 id="sides-part" className="font-serif text-xl font-semibold">
            {t("sidesPart")}
          </h2>
          <p className="mt-1 text-sm text-ink-soft wrap-anywhere">
            {t.rich("sidesHint", { resolution: inSentence(form.resolution) })}
          </p>
        </div>
        <Button onClick={swap}>
          <ArrowLeftRight aria-hidden="true" className="size-5" />
          {t("swap")}
        </Button>
      </div>
      <dl className="grid grid-cols-1 gap-3 @md:grid-cols-2">
        {SIDES.map((side, index) => (
          <div key={side} className="rounded-control bg-sunken px-4 py-3">
            <dt>
              <ChoiceBadge choice={side} />
            </dt>
            <Written as="dd" className="mt-1 font-serif text-lg wrap-anywhere">
              {names[index]}
            </Written>
          </div>
        ))}
      </dl>
      {/* biome-ignore lint/a11y/noLabelWithoutControl: Base UI's control inside renders the input */}
      <label className="flex min-h-touch cursor-pointer items-center gap-3">
        <Checkbox.Root
          id="sides"
          checked={form.sidesConfirmed}
          onCheckedChange={(sidesConfirmed) => step({ do: "change", change: setFields({ sidesConfirmed }) })}
          aria-invalid={error !== undefined || undefined}
          aria-describedby={error === undefined ? undefined : "sides-error"}
          className="grid size-6 shrink-0 place-items-center rounded border-2 border-line-strong bg-surface data-checked:border-ink data-checked:bg-ink"
        >
          <Checkbox.Indicator>
            <Check aria-hidden="true" className="size-4 text-paper" strokeWidth={3} />
          </Checkbox.Indicator>
        </Checkbox.Root>
        <span className="font-medium wrap-anywhere">
          {t.rich("confirmSides", {
            for: inSentence(names[0] ?? ""),
            against: inSentence(names[1] ?? ""),
          })}
        </span>
      </label>
      {error !== undefined && <FieldError id="sides-error">{error}</FieldError>}
    </section>
  );
}
