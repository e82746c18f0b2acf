"use client";
import { useTranslations } from "next-intl";
import { memo, useCallback } from "react";
import { Combine, Flag, MessagesSquare, Reply, ThumbsUp } from "#app/icons/icons.ts";
import { classNames } from "#app/shared/class-names.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { inSentence } from "#app/shared/text/in-sentence.tsx";
import { Written } from "#app/shared/text/Written.tsx";
import { ChoiceBadge } from "#app/shared/votes/ChoiceMark.tsx";
import { RebuttalText } from "#app/student/argue/RebuttalText.tsx";
import { seenAs } from "#app/student/argue/seen.ts";
import type { Seat } from "#app/student/join/seat.ts";
import type { Desk } from "#app/student/offline/desk.ts";
import type { ReadDebate } from "#debate/content/versions.ts";
import type { Outcome } from "#debate/rules/moderation.ts";
import { present } from "#debate/rules/present.ts";
import type { Rebuttal } from "#debate/rules/snapshot.ts";

export type Watch = (element: HTMLElement | null, seen: string) => (() => void) | undefined;

type RebuttalCardProps = {
  rebuttal: Rebuttal;
  /** Names it among the others: the author, and how it begins where that is not enough. */
  who: string;
  /** [R32] Its authors, and those of what it answers; undefined where the promise names no one. */
  by: string | undefined;
  isMine: boolean;
  answered: Rebuttal | undefined;
  answeredBy: string | undefined;
  /** [R23] Whether it stands under the rebuttal that it answers, or that is answered further up. */
  isUnder: boolean;
  endorsement: "on" | "off" | "on its way";
  /** Whether one of mine was merged into it: I may not find it persuasive then. */
  hasMine: boolean;
  /** What became of my report of it. */
  report: Outcome | undefined;
  debate: ReadDebate | null;
  isOpen: boolean;
  /** How many stand under it, and what shows or folds them; `waiting`: those of the folded that have no other button. */
  replies: number;
  folded: number;
  waiting: number;
  onFold: (() => void) | null;
  desk: Desk;
  show: Seat["show"];
  watch: Watch;
  onReport: (rebuttal: Rebuttal) => void;
};

/** A rebuttal under the sentence that it answers. Drawn again only when something in it changes. */
export const RebuttalCard = memo(function RebuttalCard(props: RebuttalCardProps) {
  const { rebuttal, who, isMine, answered, answeredBy, isUnder, debate, isOpen, show, watch } = props;
  const t = useTranslations("student.argue");
  const seenNow = seenAs(rebuttal);
  const seen = useCallback((element: HTMLElement | null) => watch(element, seenNow), [watch, seenNow]);
  return (
    <article ref={seen} aria-label={t("by", { name: who })} className="grid grid-cols-1 gap-3">
      {isUnder && answeredBy && (
        <p className="text-sm text-ink-soft">{t.rich("inReplyToName", { name: inSentence(answeredBy) })}</p>
      )}
      <RebuttalText
        quote={rebuttal.quote}
        debate={debate}
        answered={answered?.body}
        answeredBy={answeredBy}
        isReply={!isUnder && rebuttal.replyTo !== undefined}
        body={rebuttal.body}
        source={rebuttal.source}
        show={show}
      />
      <About {...props} />
      {!isMine && <Report {...props} />}
      {(isOpen || !isMine) && <CardActions {...props} />}
    </article>
  );
});

/** One row of fixed height: a reply that arrives moves nothing. */
function About(props: RebuttalCardProps) {
  const { rebuttal, who, by, isMine, isOpen, replies, folded, waiting, onFold, onReport } = props;
  const t = useTranslations("student.argue");
  return (
    <div className="@container grid grid-cols-1 gap-1 text-sm text-ink-soft">
      {/* On a phone "edited" would leave a letter or two of a name, which has the buttons' row then. */}
      <div
        className={classNames(
          "flex min-h-touch items-center gap-x-3 @max-[19rem]:flex-wrap",
          rebuttal.edited && "@max-[26rem]:flex-wrap",
        )}
      >
        <span
          className={classNames(
            "flex shrink-0 flex-wrap items-center gap-x-3 @max-[19rem]:w-full",
            rebuttal.edited && "@max-[26rem]:w-full",
          )}
        >
          <ChoiceBadge choice={rebuttal.side} />
          {rebuttal.edited && <span>{t("edited")}</span>}
        </span>
        {by && (
          <Written
            as="bdi"
            className={classNames(
              "min-w-0 flex-1 @max-[14rem]:flex-none @max-[14rem]:w-full",
              rebuttal.with ? "line-clamp-2 wrap-anywhere" : "line-clamp-1 break-all",
            )}
          >
            {by}
          </Written>
        )}
        <span className="-mr-3 ml-auto flex shrink-0">
          {replies > 0 && onFold && (
            <Button
              variant="quiet"
              className="px-3! text-sm!"
              aria-expanded={folded < replies}
              aria-label={t("repliesOf", { name: who, count: replies, folded })}
              onClick={onFold}
            >
              <MessagesSquare aria-hidden="true" className="size-5" />
              <span className="tabular-nums">{replies - waiting}</span>
              {waiting > 0 && (
                <span className="rounded-full bg-ink px-1.5 text-xs leading-5 text-paper tabular-nums">
                  +{waiting}
                </span>
              )}
            </Button>
          )}
          {isOpen && !isMine && (
            <Button
              variant="quiet"
              className="px-3!"
              aria-label={t("reportOf", { name: who })}
              onClick={() => onReport(rebuttal)}
            >
              <Flag aria-hidden="true" className="size-5" />
            </Button>
          )}
        </span>
      </div>
      {rebuttal.merged !== undefined && (
        <p className="flex items-center gap-1.5">
          <Combine aria-hidden="true" className="size-4 shrink-0" />
          {t("merged", { count: rebuttal.merged })}
        </p>
      )}
    </div>
  );
}

function Report({ report }: RebuttalCardProps) {
  const t = useTranslations("student.argue");
  if (!report || report === "taken-down") return null;
  return <p className="text-sm text-ink-soft">{t(`reported.${report}`)}</p>;
}

function CardActions({ rebuttal, who, isMine, hasMine, endorsement, isOpen, desk }: RebuttalCardProps) {
  const t = useTranslations("student.argue");
  const tAccess = useTranslations("student.access");
  const { id, endorsements, edited } = rebuttal;
  // One that was kept before editions were told does not know its own.
  const { edition = edited ? undefined : 0 } = rebuttal;
  const isOn = endorsement !== "off";
  return (
    <div className="@container flex flex-wrap items-center gap-2">
      {isOpen && !isMine && !hasMine ? (
        <Button
          aria-pressed={isOn}
          aria-label={tAccess("persuasiveOf", { name: who, count: endorsements })}
          onClick={() =>
            desk.outbox.put({
              name: "rebuttal:endorse",
              payload: { rebuttalId: id, on: !isOn, ...present({ edition }) },
            })
          }
          className={classNames("max-w-full px-2! text-sm!", isOn && "border-ink! bg-sunken!")}
        >
          <ThumbsUp
            aria-hidden="true"
            className={classNames("size-5 shrink-0 @max-[12rem]:hidden", isOn && "fill-current")}
          />
          {t("persuasive")}
          {/* Its room is kept, or the first one would break the row and move the list. */}
          <span className="min-w-[2ch] text-right tabular-nums">{endorsements || ""}</span>
        </Button>
      ) : (
        <p className="flex min-h-touch items-center gap-2 text-sm text-ink-soft">
          <ThumbsUp aria-hidden="true" className="size-4" />
          {t("endorsements", { count: endorsements })}
        </p>
      )}
      {isOpen && (
        <Button
          variant="quiet"
          className="px-2! text-sm!"
          aria-label={tAccess("replyTo", { name: who })}
          onClick={() => desk.drafts.begin({ replyTo: id })}
        >
          <Reply aria-hidden="true" className="size-5" />
          {t("reply")}
        </Button>
      )}
    </div>
  );
}
