"use client";
import { useTranslations } from "next-intl";
import { memo } from "react";
import { AnsweredWords } from "#app/host/moderation/AnsweredWords.tsx";
import { useRealName } from "#app/host/real-names.ts";
import { useNamed } from "#app/host/use-named.ts";
import { usePending } from "#app/host/use-pending.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { WebLink } from "#app/shared/links/WebLink.tsx";
import { beginningOf } from "#app/shared/text/beginning-of.ts";
import { isolated } from "#app/shared/text/isolated.ts";
import { Written } from "#app/shared/text/Written.tsx";
import { ChoiceBadge } from "#app/shared/votes/ChoiceMark.tsx";
import type { ReadDebate } from "#debate/content/versions.ts";
import type { Moderation } from "#debate/rules/moderation.ts";
import type { Rebuttal } from "#debate/rules/snapshot.ts";

type WaitingRebuttalProps = {
  rebuttal: Rebuttal;
  debate: ReadDebate;
  /** The rebuttal that it replies to. */
  answered: Rebuttal | undefined;
  /** Whether it is ticked, while several are chosen. */
  isPicked: boolean | undefined;
  onPick: (rebuttal: Rebuttal, isPicked: boolean) => void;
  onDecide: (rebuttal: Rebuttal, action: Moderation) => Promise<boolean>;
};

/** One rebuttal that waits for the host, and what can be decided about it. */
export const WaitingRebuttal = memo(function WaitingRebuttal(props: WaitingRebuttalProps) {
  const { rebuttal, debate, answered, isPicked, onPick, onDecide } = props;
  const t = useTranslations("host");
  const named = useNamed(rebuttal);
  const [isPending, run] = usePending();
  const { status, side, by, body, source, held, reports = [], reportCount = reports.length } = rebuttal;
  const isNew = status === "pending";
  const realName = useRealName(rebuttal.participantId);
  return (
    <li className="laid-out-in-sight grid grid-cols-[minmax(0,1fr)] gap-2 rounded-control border border-line-strong p-3">
      <p className="flex flex-wrap items-center justify-between gap-x-3 text-sm">
        {isPicked !== undefined && (
          <input
            type="checkbox"
            aria-label={t("several.pick", { words: isolated(beginningOf(body)) })}
            checked={isPicked}
            onChange={(event) => onPick(rebuttal, event.target.checked)}
            className="size-6 shrink-0 accent-ink"
          />
        )}
        <ChoiceBadge choice={side} />
        {by && <Written className="min-w-0 truncate text-ink-soft">{by}</Written>}
        {realName && <Written className="min-w-0 truncate text-xs text-ink-soft">{realName}</Written>}
        {rebuttal.edited && <span className="text-ink-soft">{t("rebuttals.edited")}</span>}
      </p>
      <AnsweredWords rebuttal={rebuttal} answered={answered} debate={debate} />
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
      {held && <p className="text-sm font-semibold text-warn">{t("needs.held")}</p>}
      <div className="mt-1 flex gap-2">
        <Button
          {...named(isNew ? t("needs.approve") : t("needs.keep"), "keep")}
          variant={held ? "secondary" : "primary"}
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
});
