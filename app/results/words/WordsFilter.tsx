"use client";
import { useTranslations } from "next-intl";
import { type RefObject, useId, useMemo } from "react";
import { creditedIn, type Filter } from "#app/results/words/groups.ts";
import { type Bodies, useCreditName } from "#app/results/words/use-credit-name.ts";
import { Field } from "#app/shared/controls/Field.tsx";
import type { HostsWords } from "#debate/protocol/pages.ts";

type WordsFilterProps = {
  words: readonly HostsWords[];
  bodies: Bodies;
  filter: Filter;
  onFilter: (filter: Filter) => void;
  search: RefObject<HTMLInputElement | null>;
};

/** What to look for, and what it is about. */
export function WordsFilter({ words, bodies, filter, onFilter, search }: WordsFilterProps) {
  const t = useTranslations("wordsPanel");
  const nameOf = useCreditName(bodies);
  const id = useId();
  const credited = useMemo(() => creditedIn(words), [words]);
  const picked = words.filter((each) => each.picked).length;
  return (
    <search className="grid gap-4 sm:grid-cols-2">
      <Field
        ref={search}
        type="search"
        dir="auto"
        autoComplete="off"
        label={t("search")}
        value={filter.text}
        onChange={({ target }) => onFilter({ ...filter, text: target.value })}
      />
      <div className="grid content-start gap-1.5">
        <label htmlFor={id} className="font-semibold">
          {t("about")}
        </label>
        <select
          id={id}
          value={filter.about}
          onChange={({ target }) => onFilter({ ...filter, about: target.value })}
          className="min-h-touch w-full min-w-0 rounded-control border border-line-strong bg-surface px-3 text-base text-ink"
        >
          <option value="all">{t("all")}</option>
          <option value="picked">{t("pickedOnly", { count: picked })}</option>
          {credited.length > 0 && <option value="counting">{t("counting")}</option>}
          {credited.map((each) => (
            <option key={each.key} value={each.key}>
              {t("optionCount", { what: nameOf(each), count: each.count })}
            </option>
          ))}
        </select>
      </div>
    </search>
  );
}
