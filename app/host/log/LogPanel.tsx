"use client";
import { useFormatter, useTranslations } from "next-intl";
import { memo } from "react";
import { useCommands } from "#app/host/commands.tsx";
import { useSentence } from "#app/host/log/use-sentence.ts";
import { Panel } from "#app/host/Panel.tsx";
import { usePending } from "#app/host/use-pending.ts";
import { Button } from "#app/shared/Button.tsx";
import type { LogEntry, Rebuttal } from "#debate/protocol/snapshot.ts";

type LogPanelProps = { log: readonly LogEntry[]; rebuttals: ReadonlyMap<string, Rebuttal> };

/** Who did what and when, the newest first; what can be taken back is taken back here. */
export const LogPanel = memo(function LogPanel({ log, rebuttals }: LogPanelProps) {
  const t = useTranslations("host.log");
  return (
    <Panel title={t("title")} className="shrink-0">
      {log.length === 0 ? (
        <p className="text-sm text-ink-soft">{t("empty")}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard
        <section aria-label={t("title")} tabIndex={0} className="-mx-1 max-h-80 overflow-y-auto px-1">
          <ol className="grid">
            {log.map((entry) => (
              <Line key={entry.id} entry={entry} words={rebuttals.get(entry.rebuttalId ?? "")?.body} />
            ))}
          </ol>
        </section>
      )}
    </Panel>
  );
});

type LineProps = { entry: LogEntry; words: string | undefined };

const Line = memo(function Line({ entry, words }: LineProps) {
  const t = useTranslations("host.log");
  const format = useFormatter();
  const { takeBack } = useCommands();
  const [isPending, run] = usePending();
  const sentence = useSentence()(entry);
  const time = format.dateTime(entry.at, { timeStyle: "short" });
  return (
    <li className="flex items-center gap-2 border-b border-line py-2 text-sm last:border-0">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap gap-x-2 text-xs text-ink-soft">
          <time dateTime={new Date(entry.at).toISOString()} className="tabular-nums">
            {time}
          </time>
          <span>{t(`actors.${entry.actor}`)}</span>
        </p>
        <p className="leading-tight wrap-anywhere">{sentence}</p>
        {words !== undefined && (
          <p dir="auto" title={words} className="truncate font-serif text-ink-soft">
            {words}
          </p>
        )}
      </div>
      {entry.canUndo && (
        <Button
          size="small"
          pending={isPending}
          aria-label={t("undoOf", { what: sentence, time })}
          onClick={() => run(() => takeBack(entry.id))}
        >
          {t("undo")}
        </Button>
      )}
    </li>
  );
});
