"use client";
import { useTranslations } from "next-intl";
import { memo } from "react";
import { EraseRebuttal } from "#app/host/stages/EraseRebuttal.tsx";
import { useNamed } from "#app/host/use-named.ts";
import { usePending } from "#app/host/use-pending.ts";
import { Eye, EyeOff, Presentation } from "#app/icons/icons.ts";
import { Button } from "#app/shared/Button.tsx";
import { ChoiceBadge } from "#app/shared/ChoiceMark.tsx";
import { CHOICE_LOOKS } from "#app/shared/choice-looks.ts";
import { classNames } from "#app/shared/class-names.ts";
import { directionOf } from "#app/shared/direction.ts";
import { inSentence } from "#app/shared/in-sentence.tsx";
import { KindLabel } from "#app/shared/KindLabel.tsx";
import { QuotedWords } from "#app/shared/QuotedWords.tsx";
import { WebLink } from "#app/shared/WebLink.tsx";
import { Written } from "#app/shared/Written.tsx";
import type { ReadDebate } from "#debate/content/versions.ts";
import type { Moderation } from "#debate/rules/moderation.ts";
import type { Rebuttal } from "#debate/rules/snapshot.ts";

type RebuttalItemProps = {
  rebuttal: Rebuttal;
  debate: ReadDebate;
  isOnWall: boolean;
  onSpotlight: (id: string | null) => Promise<boolean>;
  onModerate: (rebuttal: Rebuttal, action: Moderation) => Promise<boolean>;
};

/** One rebuttal with what it answers, and what can be done with it. */
export const RebuttalItem = memo(function RebuttalItem({
  rebuttal,
  debate,
  isOnWall,
  onSpotlight,
  onModerate,
}: RebuttalItemProps) {
  const t = useTranslations("host.rebuttals");
  const { id, side, by, body, status, downWith, endorsements, replyTo, source } = rebuttal;
  const isPublished = status === "published";
  return (
    <li
      className={classNames(
        "grid gap-2 rounded-card border p-4 [contain-intrinsic-size:auto_12rem] [content-visibility:auto]",
        isOnWall
          ? "border-ink bg-surface outline-2 -outline-offset-2 outline-ink"
          : isPublished
            ? "border-line bg-surface"
            : "border-dashed border-line-strong bg-sunken",
      )}
    >
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-soft">
        <ChoiceBadge choice={side} />
        <KindLabel kind={rebuttal.kind} />
        {by && <span className="min-w-0 truncate">{t.rich("by", { name: inSentence(by) })}</span>}
        <span className="tabular-nums">{t("endorsements", { count: endorsements })}</span>
        {!isPublished && (
          <span className="font-semibold text-warn">{t(downWith ? `hiddenWith.${downWith}` : "hidden")}</span>
        )}
        {isOnWall && (
          <span className="ml-auto inline-flex items-center gap-1.5 font-semibold text-ink">
            <Presentation aria-hidden="true" className="size-4" />
            {t("onWall")}
          </span>
        )}
      </p>
      <Quoted rebuttal={rebuttal} debate={debate} />
      {replyTo && <p className="text-sm text-ink-soft">{t("repliesTo")}</p>}
      <Written as="p" className="font-serif text-lg wrap-anywhere">
        {body}
      </Written>
      {source && (
        <p className="text-sm">
          <WebLink address={source} className="underline underline-offset-2">
            {t("source")}
          </WebLink>
        </p>
      )}
      <ItemActions
        id={id}
        rebuttal={rebuttal}
        isOnWall={isOnWall}
        onSpotlight={onSpotlight}
        onModerate={onModerate}
      />
    </li>
  );
});

function Quoted({ rebuttal: { quote }, debate }: Pick<RebuttalItemProps, "rebuttal" | "debate">) {
  const t = useTranslations("host.rebuttals");
  const expert = quote && debate.positions.find(({ side }) => side === quote.side)?.expert;
  if (!quote || !expert) return null;
  return (
    <blockquote
      dir={directionOf(quote.exact)}
      className={classNames("border-s-[3px] ps-3", CHOICE_LOOKS[quote.side].border)}
    >
      <div title={quote.exact}>
        <QuotedWords quote={quote} debate={debate} className="line-clamp-2 font-serif text-ink-soft italic" />
      </div>
      <footer className="text-xs text-ink-soft">
        {t.rich("answers", { name: inSentence(expert.name), n: quote.n })}
      </footer>
    </blockquote>
  );
}

type ItemActionsProps = Omit<RebuttalItemProps, "debate"> & { id: string };

function ItemActions({ id, rebuttal, isOnWall, onSpotlight, onModerate }: ItemActionsProps) {
  const t = useTranslations("host.rebuttals");
  const named = useNamed(rebuttal);
  const [isPending, run] = usePending();
  const isPublished = rebuttal.status === "published";
  return (
    <div className="mt-1 flex flex-wrap gap-2">
      {isPublished && (
        <Button
          {...named(isOnWall ? t("unspotlight") : t("spotlight"), "spotlight")}
          pending={isPending}
          variant={isOnWall ? "primary" : "secondary"}
          onClick={() => run(() => onSpotlight(isOnWall ? null : id))}
        >
          <Presentation aria-hidden="true" className="size-4.5" />
          {isOnWall ? t("unspotlight") : t("spotlight")}
        </Button>
      )}
      {rebuttal.downWith !== "answered" && (
        <Button
          {...named(isPublished ? t("hide") : t("show"), "hide")}
          pending={isPending}
          variant="quiet"
          onClick={() => run(() => onModerate(rebuttal, isPublished ? "hide" : "show"))}
        >
          {isPublished ? (
            <EyeOff aria-hidden="true" className="size-4.5" />
          ) : (
            <Eye aria-hidden="true" className="size-4.5" />
          )}
          {isPublished ? t("hide") : t("show")}
        </Button>
      )}
      <EraseRebuttal rebuttal={rebuttal} />
    </div>
  );
}
