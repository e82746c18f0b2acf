"use client";
import { useFormatter, useTranslations } from "next-intl";
import { memo, useCallback, useRef, useState } from "react";
import { useCommands } from "#app/host/commands.tsx";
import { useSentence } from "#app/host/log/use-sentence.ts";
import { SessionPart } from "#app/host/session/SessionPart.tsx";
import { usePending } from "#app/host/use-pending.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Written } from "#app/shared/text/Written.tsx";
import { LOG_LENGTH } from "#debate/rules/log.ts";
import type { LogEntry, Rebuttal } from "#debate/rules/snapshot.ts";

type LogPanelProps = { log: readonly LogEntry[]; rebuttals: ReadonlyMap<string, Rebuttal> };

/** Who did what and when, the newest first; what can be taken back is taken back here, page by page. */
export const LogPanel = memo(function LogPanel({ log, rebuttals }: LogPanelProps) {
  const t = useTranslations("host.log");
  const { readLog, takeBack } = useCommands();
  const [isPending, run] = usePending();
  const [older, setOlder] = useState<readonly LogEntry[] | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const shown = older ?? log;
  const last = shown.length < LOG_LENGTH ? undefined : shown.at(-1);

  function turn(page: readonly LogEntry[] | null): void {
    setOlder(page);
    // The button may be gone, and a page begins at its top.
    list.current?.focus();
    list.current?.scrollTo({ top: 0 });
  }
  const first = older?.[0]?.id;
  const undo = useCallback(
    async (entry: LogEntry) => {
      if ((await takeBack(entry.id)) && first !== undefined) setOlder(await readLog(first + 1));
    },
    [first, takeBack, readLog],
  );

  return (
    <SessionPart title={t("title")}>
      {log.length === 0 ? (
        <p className="text-sm text-ink-soft">{t("empty")}</p>
      ) : (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot scroll everywhere.
        <div
          ref={list}
          role="group"
          aria-label={older ? t("olderLines") : t("title")}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard
          tabIndex={0}
          className="-mx-1 max-h-80 overflow-y-auto px-1"
        >
          <ol className="grid grid-cols-1">
            {shown.map((entry) => (
              <Line
                key={entry.id}
                entry={entry}
                words={rebuttals.get(entry.rebuttalId ?? "")?.body}
                onUndo={undo}
              />
            ))}
          </ol>
        </div>
      )}
      {(older || last) && (
        <div className="flex flex-wrap gap-2">
          {last && (
            <Button
              size="small"
              pending={isPending}
              onClick={() =>
                run(async () => {
                  const page = await readLog(last.id);
                  if (page) turn(page);
                })
              }
            >
              {t("older")}
            </Button>
          )}
          {older && (
            <Button size="small" onClick={() => turn(null)}>
              {t("newest")}
            </Button>
          )}
        </div>
      )}
    </SessionPart>
  );
});

type LineProps = {
  entry: LogEntry;
  words: string | undefined;
  onUndo: (entry: LogEntry) => Promise<void>;
};

const Line = memo(function Line({ entry, words, onUndo }: LineProps) {
  const t = useTranslations("host.log");
  const format = useFormatter();
  const [isPending, run] = usePending();
  const { said, shown } = useSentence();
  const time = format.dateTime(entry.at, { timeStyle: "short" });
  return (
    <li className="flex items-center gap-2 border-b border-line py-2 text-sm last:border-0">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap gap-x-2 text-xs text-ink-soft">
          <time dateTime={new Date(entry.at).toISOString()} className="tabular-nums">
            {time}
          </time>
          <span>
            {t(entry.actor === "participant" && entry.count ? "students" : `actors.${entry.actor}`)}
          </span>
        </p>
        <p className="leading-tight wrap-anywhere">{shown(entry)}</p>
        {words !== undefined && (
          <Written as="p" title={words} className="truncate font-serif text-ink-soft">
            {words}
          </Written>
        )}
      </div>
      {entry.canUndo && (
        <Button
          data-same="undo"
          size="small"
          pending={isPending}
          aria-label={t("undoOf", { what: said(entry), time })}
          onClick={() => run(() => onUndo(entry))}
        >
          {t("undo")}
        </Button>
      )}
    </li>
  );
});
