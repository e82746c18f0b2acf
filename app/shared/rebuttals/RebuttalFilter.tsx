"use client";
import { useTranslations } from "next-intl";
import { startTransition, useId, useOptimistic } from "react";
import { classNames } from "#app/shared/class-names.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { isolated } from "#app/shared/text/isolated.ts";
import type { ReadDebate } from "#debate/content/versions.ts";
import { SIDES } from "#debate/rules/choices.ts";
import { type Filter, isFiltering, NO_FILTER } from "#debate/rules/rebuttal-filter.ts";
import type { Rebuttal } from "#debate/rules/snapshot.ts";

type RebuttalFilterProps = {
  filter: Filter;
  onFilter: (filter: Filter) => void;
  debate: ReadDebate | null;
  rebuttals: Iterable<Rebuttal>;
  /** How many are found. */
  found: number;
  all: number;
  /** Where the reader has written some, too. */
  offersMine: boolean;
};

const CONTROL =
  "min-h-touch w-full min-w-0 rounded-control border border-line-strong bg-surface px-3 text-base text-ink";

/** [R27] What a reader looks for among rebuttals. */
export function RebuttalFilter(props: RebuttalFilterProps) {
  const { onFilter, debate, rebuttals, found, all, offersMine } = props;
  // A letter is there at once, and the list when there is time to draw it.
  const [filter, showFilter] = useOptimistic(props.filter);
  const t = useTranslations("shared.filter");
  const id = useId();
  const change = (part: Partial<Filter>) =>
    startTransition(() => {
      const changed = { ...filter, ...part };
      showFilter(changed);
      onFilter(changed);
    });
  return (
    <search className="grid grid-cols-1 gap-3 rounded-card border border-line bg-surface p-3 sm:p-4">
      <label htmlFor={`${id}-words`} className="sr-only">
        {t("words")}
      </label>
      <input
        id={`${id}-words`}
        type="search"
        value={filter.words}
        placeholder={t("words")}
        autoComplete="off"
        onChange={(event) => change({ words: event.target.value })}
        className={classNames(CONTROL, "placeholder:text-ink-soft")}
      />
      <Sides side={filter.side} onSide={(side) => change({ side })} />
      {debate && (
        <Paragraphs
          debate={debate}
          rebuttals={rebuttals}
          value={filter.paragraph}
          onChange={(paragraph) => change({ paragraph })}
        />
      )}
      {offersMine && (
        <label className="flex min-h-touch items-center gap-3">
          <input
            type="checkbox"
            checked={filter.mine}
            onChange={(event) => change({ mine: event.target.checked })}
            className="size-6 accent-ink"
          />
          {t("mine")}
        </label>
      )}
      {isFiltering(props.filter) && (
        <div className="flex flex-wrap items-center justify-between gap-x-3">
          <p role="status" className="text-sm tabular-nums text-ink-soft">
            {t("found", { count: found, all })}
          </p>
          <Button variant="quiet" className="px-2! text-sm!" onClick={() => change(NO_FILTER)}>
            {t("clear")}
          </Button>
        </div>
      )}
    </search>
  );
}

function Sides({ side, onSide }: { side: Filter["side"]; onSide: (side: Filter["side"]) => void }) {
  const t = useTranslations("shared.filter");
  const tChoices = useTranslations("choices");
  return (
    <fieldset className="flex flex-wrap rounded-control border border-line-strong bg-surface p-0.5">
      <legend className="sr-only">{t("side")}</legend>
      {([null, ...SIDES] as const).map((each) => (
        <button
          key={each ?? "both"}
          type="button"
          aria-pressed={side === each}
          onClick={() => onSide(each)}
          className={classNames(
            "min-h-11 flex-1 rounded-[0.375rem] px-3 text-sm leading-tight font-semibold whitespace-nowrap",
            side === each ? "bg-ink text-paper" : "hover:bg-sunken",
          )}
        >
          {each ? tChoices(`${each}.name`) : t("both")}
        </button>
      ))}
    </fieldset>
  );
}

type ParagraphsProps = {
  debate: ReadDebate;
  rebuttals: Iterable<Rebuttal>;
  value: Filter["paragraph"];
  onChange: (paragraph: Filter["paragraph"]) => void;
};

function Paragraphs({ debate, rebuttals, value, onChange }: ParagraphsProps) {
  const t = useTranslations("shared.filter");
  const counts = new Map<string, number>();
  for (const { quote, status } of rebuttals) {
    if (!quote || status !== "published") continue;
    const key = `${quote.side} ${quote.n}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const choose = (key: string) => {
    const [side, n] = key.split(" ");
    onChange(side === "for" || side === "against" ? { side, n: Number(n) } : null);
  };
  return (
    <select
      aria-label={t("paragraph")}
      value={value ? `${value.side} ${value.n}` : ""}
      onChange={(event) => choose(event.target.value)}
      className={CONTROL}
    >
      <option value="">{t("anyParagraph")}</option>
      {debate.positions.map(({ side, expert, paragraphs }) => (
        <optgroup key={side} label={expert.name}>
          {paragraphs.map(({ n }) => (
            <option key={n} value={`${side} ${n}`}>
              {t("paragraphOf", { name: isolated(expert.name), n, count: counts.get(`${side} ${n}`) ?? 0 })}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  );
}
