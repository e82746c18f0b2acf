"use client";
import { useFormatter, useTranslations } from "next-intl";
import { memo, useMemo } from "react";
import { useCommands } from "#app/host/commands.tsx";
import type { WaitingElsewhere } from "#app/host/moderation/waiting-elsewhere.ts";
import { Panel } from "#app/host/Panel.tsx";
import { waiting } from "#app/host/rebuttal-lists.ts";
import { SelectionBar } from "#app/host/stages/SelectionBar.tsx";
import { useNamed } from "#app/host/use-named.ts";
import { usePending } from "#app/host/use-pending.ts";
import { type Selection, useSelection } from "#app/host/use-selection.ts";
import { BellRing, ListChecks } from "#app/icons/icons.ts";
import { classNames } from "#app/shared/class-names.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { WebLink } from "#app/shared/links/WebLink.tsx";
import { useNews } from "#app/shared/notices/announce.ts";
import { beginningOf } from "#app/shared/text/beginning-of.ts";
import { inSentence } from "#app/shared/text/in-sentence.tsx";
import { isolated } from "#app/shared/text/isolated.ts";
import { Written } from "#app/shared/text/Written.tsx";
import { ChoiceBadge } from "#app/shared/votes/ChoiceMark.tsx";
import type { ReadDebate } from "#debate/content/versions.ts";
import type { Moderation } from "#debate/rules/moderation.ts";
import type { Settings } from "#debate/rules/settings.ts";
import type { Rebuttal } from "#debate/rules/snapshot.ts";

type NeedsYouProps = {
  debate: ReadDebate;
  settings: Settings;
  approvesFirst: boolean;
  rebuttals: ReadonlyMap<string, Rebuttal>;
  elsewhere: WaitingElsewhere;
};

/** The heading of the queue, for those who go there. */
export const ATTENTION = "needs-attention";

/** The moderation queue: what waits for approval, and what was reported. */
export const NeedsAttention = memo(function NeedsAttention({
  debate,
  settings,
  approvesFirst,
  rebuttals,
  elsewhere: { tables, bestArguments },
}: NeedsYouProps) {
  const t = useTranslations("host.needs");
  const format = useFormatter();
  const { moderate } = useCommands();
  const queue = useMemo(() => waiting(rebuttals.values()), [rebuttals]);
  // [R26] What has left the queue is not decided with the others.
  const selection = useSelection(useMemo(() => new Map(queue.map((each) => [each.id, each])), [queue]));
  const count = queue.length + tables.length + bestArguments;
  const lines =
    tables.length > 0 ? t("tables", { count: tables.length, tables: format.list(tables.map(String)) }) : null;
  useNews("tables", lines);
  useNews("queue", queue.length > 0 ? t("new", { count: queue.length }) : t("none"));
  return (
    <Panel
      title={
        <span id={ATTENTION} tabIndex={-1} className="outline-none">
          {t("title")}
        </span>
      }
      aside={
        count > 0 && (
          <span className="inline-flex items-center gap-1.5 rounded-control bg-warn-wash px-2 text-sm font-bold text-warn tabular-nums">
            <BellRing aria-hidden="true" className="size-4" />
            {count}
          </span>
        )
      }
      className={classNames(
        count > 0 ? "max-lg:order-first" : "max-lg:order-2",
        "lg:col-start-2 lg:row-start-1 xl:col-start-1",
      )}
    >
      {count === 0 && <p className="text-sm text-ink-soft">{approvesFirst ? t("noneBefore") : t("none")}</p>}
      {lines && <p className="text-sm font-semibold text-warn">{lines}</p>}
      {bestArguments > 0 && (
        <p className="text-sm font-semibold text-warn">{t("bestArguments", { count: bestArguments })}</p>
      )}
      {queue.length > 0 && (
        <>
          {(queue.length > 1 || selection.isOn) && (
            <Button
              size="small"
              variant="quiet"
              className="mb-2"
              aria-pressed={selection.isOn}
              onClick={selection.toggle}
            >
              <ListChecks aria-hidden="true" className="size-4.5" />
              {t("select")}
            </Button>
          )}
          {selection.isOn && (
            <div className="mb-3">
              <SelectionBar selection={selection} shown={queue} actions={["approve", "hide"]} />
            </div>
          )}
          <ul className="-mx-1 grid max-h-[24rem] gap-3 overflow-y-auto px-1 pb-1 xl:max-h-none">
            {queue.map((rebuttal) => (
              <Waiting
                key={rebuttal.id}
                rebuttal={rebuttal}
                debate={debate}
                isHeld={!approvesFirst && settings.filter === "hold" && rebuttal.status === "pending"}
                selection={selection}
                onDecide={moderate}
              />
            ))}
          </ul>
        </>
      )}
    </Panel>
  );
});

type WaitingProps = {
  rebuttal: Rebuttal;
  debate: ReadDebate;
  /** [W7] Where the host does not approve first, a listed word makes a rebuttal wait. */
  isHeld: boolean;
  selection: Selection;
  onDecide: (rebuttal: Rebuttal, action: Moderation) => Promise<boolean>;
};

function Waiting({ rebuttal, debate, isHeld, selection, onDecide }: WaitingProps) {
  const t = useTranslations("host");
  const named = useNamed(rebuttal);
  const [isPending, run] = usePending();
  const { status, side, by, body, quote, source, reports = [], reportCount = reports.length } = rebuttal;
  const isNew = status === "pending";
  const expert = quote && debate.positions.find((position) => position.side === quote.side)?.expert;
  return (
    <li className="grid grid-cols-[minmax(0,1fr)] gap-2 rounded-control border border-line-strong p-3">
      <p className="flex flex-wrap items-center justify-between gap-x-3 text-sm">
        {selection.isOn && (
          <input
            type="checkbox"
            aria-label={t("several.pick", { words: isolated(beginningOf(body)) })}
            checked={selection.has(rebuttal.id)}
            onChange={(event) => selection.pick(rebuttal.id, event.target.checked)}
            className="size-6 shrink-0 accent-ink"
          />
        )}
        <ChoiceBadge choice={side} />
        {by && <Written className="min-w-0 truncate text-ink-soft">{by}</Written>}
        {rebuttal.edited && <span className="text-ink-soft">{t("rebuttals.edited")}</span>}
      </p>
      {quote && expert && (
        <p className="text-xs text-ink-soft">
          {t.rich("rebuttals.answers", { name: inSentence(expert.name), n: quote.n })}
        </p>
      )}
      <Written as="p" className="font-serif whitespace-pre-line wrap-anywhere">
        {body}
      </Written>
      {source && (
        <p className="text-sm">
          <WebLink address={source} className="underline underline-offset-2">
            {t("rebuttals.source")}
          </WebLink>
        </p>
      )}
      {reports.length > 0 && (
        <div className="rounded-control bg-warn-wash px-3 py-2 text-sm">
          <p className="font-semibold text-warn">{t("needs.reported", { count: reportCount })}</p>
          <ul className="mt-1 grid gap-1">
            {reports.map((reason, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two people may give the same reason.
              <Written as="li" key={place} className="wrap-anywhere">
                {reason}
              </Written>
            ))}
          </ul>
        </div>
      )}
      {isHeld && <p className="text-sm font-semibold text-warn">{t("needs.held")}</p>}
      {/* At the foot of the list while the rest of a long one is below it; where several are ticked, the list is too low for that. */}
      <div
        className={classNames(
          "-mx-3 -mb-3 flex gap-2 rounded-control bg-surface px-3 pt-1 pb-3",
          !selection.isOn && "sticky bottom-0",
        )}
      >
        <Button
          {...named(isNew ? t("needs.approve") : t("needs.keep"), "keep")}
          variant="primary"
          className="flex-1 px-2! [&:lang(ja)]:text-sm!"
          pending={isPending}
          onClick={() => run(() => onDecide(rebuttal, isNew ? "approve" : "keep"))}
        >
          {isNew ? t("needs.approve") : t("needs.keep")}
        </Button>
        <Button
          {...named(t("needs.hide"), "hide")}
          className="flex-1 px-2! [&:lang(ja)]:text-sm!"
          pending={isPending}
          onClick={() => run(() => onDecide(rebuttal, "hide"))}
        >
          {t("needs.hide")}
        </Button>
      </div>
    </li>
  );
}
