"use client";
import { useTranslations } from "next-intl";
import { memo, useMemo, useRef, useState } from "react";
import { NEEDS } from "#app/activities/host-stages.ts";
import { useCommands } from "#app/host/commands.tsx";
import { useQueue } from "#app/host/moderation/use-queue.ts";
import { WaitingRebuttal } from "#app/host/moderation/WaitingRebuttal.tsx";
import { countElsewhere, type WaitingElsewhere } from "#app/host/moderation/waiting-elsewhere.ts";
import { Panel } from "#app/host/Panel.tsx";
import { AT_FIRST } from "#app/host/rebuttal-lists.ts";
import { SelectionBar } from "#app/host/stages/SelectionBar.tsx";
import { useSelection } from "#app/host/use-selection.ts";
import { BellRing, ListChecks } from "#app/icons/icons.ts";
import { classNames } from "#app/shared/class-names.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { focusItem } from "#app/shared/controls/focus-item.ts";
import { useNews } from "#app/shared/notices/announce.ts";
import type { ReadDebate } from "#debate/content/versions.ts";
import type { Rebuttal } from "#debate/rules/snapshot.ts";

type NeedsYouProps = {
  debate: ReadDebate;
  approvesFirst: boolean;
  rebuttals: ReadonlyMap<string, Rebuttal>;
  elsewhere: WaitingElsewhere;
};

/** The heading of the queue, for those who go there. */
export const ATTENTION = "needs-attention";

/** The moderation queue: what waits for approval, and what was reported. */
export const NeedsAttention = memo(function NeedsAttention({
  debate,
  approvesFirst,
  rebuttals,
  elsewhere,
}: NeedsYouProps) {
  const { moreTime } = elsewhere;
  const t = useTranslations("host.needs");
  const more = useTranslations("host.rebuttals");
  const timer = useTranslations("host.timer");
  const { moderate } = useCommands();
  const { queue, guards } = useQueue(rebuttals);
  const [limit, setLimit] = useState(AT_FIRST);
  const items = useRef<HTMLUListElement>(null);
  const shown = queue.slice(0, limit);
  const rest = queue.length - shown.length;
  // [R26] What has left the queue is not decided with the others.
  const selection = useSelection(useMemo(() => new Map(queue.map((each) => [each.id, each])), [queue]));
  const count = queue.length + countElsewhere(elsewhere);
  useNews("queue", queue.length > 0 ? t("new", { count: queue.length }) : t("none"));
  return (
    <Panel
      title={
        <span id={ATTENTION} tabIndex={-1} className="outline-none">
          {t("title")}
        </span>
      }
      aside={
        count === 0 ? (
          !approvesFirst && <span className="text-sm text-ink-soft">{t("none")}</span>
        ) : (
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
      {count === 0 && approvesFirst && <p className="text-sm text-ink-soft">{t("noneBefore")}</p>}
      {moreTime && <p className="text-sm font-semibold text-warn">{timer("more.title")}</p>}
      {NEEDS.map(({ Needs }) => (
        <Needs key={Needs.name} waiting={elsewhere} />
      ))}
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
              <SelectionBar selection={selection} shown={shown} actions={["approve", "hide"]} />
            </div>
          )}
          <ul
            ref={items}
            className="-mx-1 grid max-h-[24rem] gap-3 overflow-y-auto px-1 pb-1 xl:max-h-none"
            {...guards}
          >
            {shown.map((rebuttal) => (
              <WaitingRebuttal
                key={rebuttal.id}
                rebuttal={rebuttal}
                debate={debate}
                answered={rebuttals.get(rebuttal.replyTo ?? "")}
                isPicked={selection.isOn ? selection.has(rebuttal.id) : undefined}
                onPick={selection.pick}
                onDecide={moderate}
              />
            ))}
          </ul>
          {rest > 0 && (
            <Button
              className="mt-3 w-full"
              onClick={() => {
                setLimit(limit + AT_FIRST);
                focusItem(items.current, limit);
              }}
            >
              {more("more", { count: Math.min(rest, AT_FIRST) })}
            </Button>
          )}
        </>
      )}
    </Panel>
  );
});
