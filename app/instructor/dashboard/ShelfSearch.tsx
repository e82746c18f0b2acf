"use client";
import Form from "next/form";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { ChevronDown, Shuffle } from "#app/icons/icons.ts";
import { shelfLink } from "#app/instructor/dashboard/shelf-link.ts";
import { useLanguageName } from "#app/instructor/editor/use-language-name.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { buttonStyle } from "#app/shared/controls/button-styles.ts";
import { READING_LEVELS } from "#debate/content/debate-limits.ts";
import type { ShelfPage } from "#debate/protocol/shelf.ts";
import { LENGTH_MINUTES, READING_LENGTHS } from "#debate/rules/shelves.ts";

type ShelfSearchProps = Pick<ShelfPage, "asked" | "languages" | "subjects" | "matching">;

const FILTERS = ["level", "subject", "lang", "length", "splits", "taught"] as const;

/** [D14] A search over all debates, with filters; without scripts a plain form. */
export function ShelfSearch({ asked, languages, subjects, matching }: ShelfSearchProps) {
  const t = useTranslations("instructor.shelves");
  const id = useId();
  const filters = FILTERS.filter((name) => asked[name]).length;
  const isAsked = filters > 0 || Boolean(asked.q);
  return (
    <search>
      <Form action="/dashboard" scroll={false} prefetch={false} className="grid grid-cols-1 gap-2">
        {asked.shelf && <input type="hidden" name="shelf" value={asked.shelf} />}
        <div className="flex flex-wrap gap-2">
          <label htmlFor={id} className="sr-only">
            {t("search")}
          </label>
          <input
            id={id}
            name="q"
            type="search"
            dir="auto"
            autoComplete="off"
            enterKeyHint="search"
            maxLength={200}
            placeholder={t("placeholder")}
            defaultValue={asked.q}
            className="min-h-touch min-w-0 flex-[1_1_9rem] rounded-control border border-line-strong bg-surface px-3.5 text-base text-ink placeholder:text-ink-soft"
          />
          <Button type="submit" variant="secondary" worksWithoutScripts>
            {t("find")}
          </Button>
          {/* Another one each time, so that nothing is fetched ahead. */}
          <a
            href={shelfLink(asked).replace("/dashboard", "/debates/surprise")}
            className={buttonStyle("secondary")}
          >
            <Shuffle aria-hidden="true" className="size-5" />
            {t("surprise")}
          </a>
        </div>
        <details className="group" open={filters > 0}>
          <summary className="inline-flex min-h-touch list-none items-center gap-1.5 text-sm font-semibold underline-offset-4 hover:underline [&::-webkit-details-marker]:hidden">
            <ChevronDown aria-hidden="true" className="size-4 transition-transform group-open:rotate-180" />
            {t("filters", { count: filters })}
          </summary>
          <Filters asked={asked} languages={languages} subjects={subjects} />
        </details>
        {isAsked && (
          <p className="flex flex-wrap items-center gap-x-3">
            <span role="status">{t("matching", { count: matching })}</span>
            {/* A new page, so that the fields are empty, too. */}
            <a href={shelfLink({ shelf: asked.shelf })} className={buttonStyle("quiet", "small")}>
              {t("clear")}
            </a>
          </p>
        )}
      </Form>
    </search>
  );
}

function Filters({ asked, languages, subjects }: Pick<ShelfPage, "asked" | "languages" | "subjects">) {
  const t = useTranslations("instructor.shelves");
  const nameOf = useLanguageName();
  return (
    <div className="grid grid-cols-[repeat(auto-fit,minmax(min(8.5rem,100%),1fr))] gap-3 pt-1 pb-2">
      <Choice
        name="level"
        value={asked.level}
        options={READING_LEVELS.map((each) => [each, t(`levels.${each}`)])}
      />
      <Choice name="subject" value={asked.subject} options={subjects.map((each) => [each, each])} />
      <Choice name="lang" value={asked.lang} options={languages.map((lang) => [lang, nameOf(lang)])} />
      <Choice
        name="length"
        value={asked.length}
        options={READING_LENGTHS.map((each) => [each, t(`lengths.${each}`, LENGTH_MINUTES)])}
      />
      <Choice name="splits" value={asked.splits} options={[["yes", t("splits.yes")]]} />
      <Choice
        name="taught"
        value={asked.taught}
        options={[
          ["yes", t("taught.yes")],
          ["no", t("taught.no")],
        ]}
      />
    </div>
  );
}

type ChoiceProps = {
  name: (typeof FILTERS)[number];
  value: string | undefined;
  options: readonly (readonly [string, string])[];
};

function Choice({ name, value, options }: ChoiceProps) {
  const t = useTranslations("instructor.shelves");
  return (
    <label className="grid gap-1 text-sm">
      <span className="font-semibold">{t(`by.${name}`)}</span>
      <select
        name={name}
        defaultValue={value ?? ""}
        className="min-h-touch w-full min-w-0 rounded-control border border-line-strong bg-surface px-3 text-base text-ink"
      >
        <option value="">{t("any")}</option>
        {options.map(([each, label]) => (
          <option key={each} value={each}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}
