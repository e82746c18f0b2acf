"use client";
import { useTranslations } from "next-intl";
import { useSteelmen } from "#app/activities/steelman/use-steelmen.ts";
import { useCommands } from "#app/host/commands.tsx";
import { usePending } from "#app/host/use-pending.ts";
import { Check, Eye, EyeOff, MessageSquareQuote, X } from "#app/icons/icons.ts";
import { classNames } from "#app/shared/class-names.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { EmptyState } from "#app/shared/layout/EmptyState.tsx";
import { Notice } from "#app/shared/notices/Notice.tsx";
import { toast } from "#app/shared/notices/toast.ts";
import { beginningOf } from "#app/shared/text/beginning-of.ts";
import { inSentence } from "#app/shared/text/in-sentence.tsx";
import { isolated } from "#app/shared/text/isolated.ts";
import { Written } from "#app/shared/text/Written.tsx";
import { ChoiceBadge } from "#app/shared/votes/ChoiceMark.tsx";
import type { HostsSteelman } from "#debate/activities/steelman/rules.ts";

/** [P19] [P20] What the class wrote for the other side, with the writers and what was said of it for the host alone. `news`: changes when it does. */
export function SteelmanList({ news, isOpen }: { news: string; isOpen: boolean }) {
  const t = useTranslations("host.steelman");
  const { texts, hasFailed, readAgain, readMore } = useSteelmen(news, isOpen);
  const [isPending, run] = usePending();
  return (
    <div className="grid grid-cols-1 gap-3">
      {hasFailed && (
        <Notice
          kind="warning"
          action={
            <Button size="small" pending={isPending} onClick={() => run(readAgain)}>
              {t("again")}
            </Button>
          }
        >
          {t("failed")}
        </Notice>
      )}
      {!texts && !hasFailed && <EmptyState title={t("loading")} />}
      {texts?.length === 0 && (
        <EmptyState icon={MessageSquareQuote} title={t("emptyTitle")}>
          {t(isOpen ? "emptyBody" : "noneBody")}
        </EmptyState>
      )}
      {texts && texts.length > 0 && (
        <ol className="grid grid-cols-1 gap-3">
          {texts.map((text) => (
            <Text key={text.id} text={text} onDone={readAgain} />
          ))}
        </ol>
      )}
      {readMore && (
        <Button className="w-full" pending={isPending} onClick={() => run(readMore)}>
          {t("more")}
        </Button>
      )}
    </div>
  );
}

function Text({ text, onDone }: { text: HostsSteelman; onDone: () => Promise<void> }) {
  const t = useTranslations("host.steelman");
  const tBy = useTranslations("host.rebuttals");
  const { side, by, body, status, scores } = text;
  const isShown = status === "published";
  return (
    <li
      className={classNames(
        "grid grid-cols-1 gap-2 rounded-card border p-4 [contain-intrinsic-size:auto_12rem] [content-visibility:auto]",
        isShown ? "border-line bg-surface" : "border-dashed border-line-strong bg-sunken",
      )}
    >
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-soft">
        <ChoiceBadge choice={side} />
        {by && <span className="min-w-0 truncate">{tBy.rich("by", { name: inSentence(by) })}</span>}
        {!isShown && (
          <span className="font-semibold text-warn">{t(status === "pending" ? "pending" : "hidden")}</span>
        )}
      </p>
      <Written as="p" className="font-serif text-lg whitespace-pre-line wrap-anywhere">
        {body}
      </Written>
      {scores && <Scores scores={scores} />}
      <Actions text={text} onDone={onDone} />
    </li>
  );
}

function Scores({ scores }: { scores: NonNullable<HostsSteelman["scores"]> }) {
  const t = useTranslations("host.steelman");
  if (scores.length === 0) return <p className="text-sm text-ink-soft">{t("noScores")}</p>;
  return (
    <ul className="grid grid-cols-1 gap-1.5 border-t border-line pt-2 text-sm">
      {scores.map(({ fair, why, by, held }, place) => {
        const Icon = fair ? Check : X;
        const answer = t(fair ? "fair" : "notFair");
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: two people may say the same.
          <li key={place} className="grid grid-cols-[1.25rem_minmax(0,1fr)] gap-x-2">
            <Icon aria-hidden="true" className="mt-0.5 size-4.5" />
            <span>{by ? t("byWhom", { answer, name: isolated(by) }) : answer}</span>
            {why && (
              <Written as="p" className="col-start-2 text-ink-soft wrap-anywhere">
                {why}
              </Written>
            )}
            {held && <span className="col-start-2 text-warn">{t("held")}</span>}
          </li>
        );
      })}
    </ul>
  );
}

function Actions({ text, onDone }: { text: HostsSteelman; onDone: () => Promise<void> }) {
  const { id: steelmanId, body, status } = text;
  const t = useTranslations("host.steelman");
  const { send } = useCommands();
  const [isPending, run] = usePending();
  const words = isolated(beginningOf(body));
  const decide = (action: "hide" | "show") => () =>
    run(async () => {
      if (await send("host:steelman", { steelmanId, action, words: body }))
        toast.success(t(action === "hide" ? "hiddenNow" : "shownNow"));
      // Also where it was refused because it has other words by now.
      await onDone();
    });
  return (
    <div className="mt-1 flex flex-wrap gap-2">
      {status !== "published" && (
        <Button
          variant={status === "pending" ? "secondary" : "quiet"}
          aria-label={t(status === "pending" ? "approveOf" : "showOf", { words })}
          pending={isPending}
          onClick={decide("show")}
        >
          <Eye aria-hidden="true" className="size-4.5" />
          {t(status === "pending" ? "approve" : "show")}
        </Button>
      )}
      {status !== "hidden" && (
        <Button
          variant="quiet"
          aria-label={t("hideOf", { words })}
          pending={isPending}
          onClick={decide("hide")}
        >
          <EyeOff aria-hidden="true" className="size-4.5" />
          {t("hide")}
        </Button>
      )}
    </div>
  );
}
