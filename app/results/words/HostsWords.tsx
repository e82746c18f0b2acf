"use client";
import { useTranslations } from "next-intl";
import { useDeferredValue, useMemo, useRef, useState } from "react";
import { MessageSquareQuote, SearchX } from "#app/icons/icons.ts";
import { type Filter, GROUPS, groupOf, matching, NO_FILTER } from "#app/results/words/groups.ts";
import { useWords } from "#app/results/words/use-words.ts";
import { WordsFilter } from "#app/results/words/WordsFilter.tsx";
import { WordsGroup } from "#app/results/words/WordsGroup.tsx";
import { WordsTable } from "#app/results/words/WordsTable.tsx";
import { Button } from "#app/shared/controls/Button.tsx";
import { EmptyState } from "#app/shared/layout/EmptyState.tsx";
import { Notice } from "#app/shared/notices/Notice.tsx";
import type { Results } from "#debate/counting/results.ts";
import { LEAST_GROUP } from "#debate/counting/tally.ts";
import type { WordsRead } from "#debate/protocol/pages.ts";

type Pick = (reason: string, on: boolean) => Promise<void>;

/** [V18] Everything that voters wrote with their votes, for the host alone. */
export function HostsWords({ results }: { results: Results }) {
  const t = useTranslations("wordsPanel");
  const { read, hasFailed, retry, pick } = useWords(results);
  const isEmpty = read?.words.length === 0;
  return (
    <div className="grid grid-cols-1 gap-8">
      {hasFailed && (
        <Notice
          kind={read ? "warning" : "error"}
          title={t("failed")}
          action={
            <Button size="small" onClick={retry}>
              {t("retry")}
            </Button>
          }
        >
          {read && t("outdated")}
        </Notice>
      )}
      {!read && !hasFailed && <EmptyState title={t("loading")} />}
      {isEmpty && (
        <EmptyState icon={MessageSquareQuote} title={t(read.numbers ? "emptyTitle" : "unlinkedTitle")}>
          {t(read.numbers ? "emptyBody" : "unlinkedBody", { least: LEAST_GROUP })}
        </EmptyState>
      )}
      {read && !isEmpty && <Found read={read} results={results} onPick={pick} />}
    </div>
  );
}

type FoundProps = { read: WordsRead; results: Results; onPick: Pick };

/** What a search finds, by the way its voters moved. */
function Found({ read, results, onPick }: FoundProps) {
  const t = useTranslations("wordsPanel");
  const [filter, setFilter] = useState(NO_FILTER);
  const search = useRef<HTMLInputElement>(null);
  const change = (next: Filter) =>
    setFilter({ ...next, kept: new Set(read.words.filter(({ picked }) => picked).map(({ id }) => id)) });
  const clear = () => {
    setFilter(NO_FILTER);
    // The pressed button is about to go.
    search.current?.focus();
  };
  // Typing stays quick, however long the list is.
  const applied = useDeferredValue(filter);
  const found = useMemo(() => matching(read.words, applied), [read, applied]);
  const bodies = useMemo(
    () => ({
      byId: new Map(results.rebuttals.map(({ id, body }) => [id, body])),
      areAll: results.rebuttalsInAll === undefined,
    }),
    [results],
  );
  return (
    <>
      {read.numbers && <WordsTable numbers={read.numbers} />}
      <WordsFilter words={read.words} bodies={bodies} filter={filter} onFilter={change} search={search} />
      <p role="status" className="sr-only">
        {applied !== NO_FILTER && t("matches", { count: found.length })}
      </p>
      {found.length === 0 && (
        <EmptyState
          icon={SearchX}
          title={t("noneTitle")}
          action={<Button onClick={clear}>{t("clear")}</Button>}
        >
          {t("noneBody")}
        </EmptyState>
      )}
      {GROUPS.map((group) => (
        <WordsGroup
          key={group}
          title={t(`groups.${group}`)}
          words={found.filter((each) => groupOf(each) === group)}
          bodies={bodies}
          onPick={onPick}
        />
      ))}
    </>
  );
}
