"use client";
import { useTranslations } from "next-intl";
import { memo, useCallback } from "react";
import { Flag, Reply, ThumbsUp } from "#app/icons/icons.ts";
import { Button } from "#app/shared/Button.tsx";
import { ChoiceBadge } from "#app/shared/ChoiceMark.tsx";
import { classNames } from "#app/shared/class-names.ts";
import { KindLabel } from "#app/shared/KindLabel.tsx";
import { Written } from "#app/shared/Written.tsx";
import { RebuttalText } from "#app/student/argue/RebuttalText.tsx";
import type { Seat } from "#app/student/join/seat.ts";
import type { Desk } from "#app/student/offline/desk.ts";
import type { ReadDebate } from "#debate/content/versions.ts";
import type { Outcome } from "#debate/rules/moderation.ts";
import type { Rebuttal } from "#debate/rules/snapshot.ts";

type RebuttalCardProps = {
  rebuttal: Rebuttal;
  /** Names it among the others: the author, and how it begins where that is not enough. */
  who: string;
  answered: Rebuttal | undefined;
  endorsement: "on" | "off" | "on its way";
  /** What became of my report of it. */
  report: Outcome | undefined;
  debate: ReadDebate | null;
  isOpen: boolean;
  desk: Desk;
  show: Seat["show"];
  watch: (element: HTMLElement | null, id: string) => (() => void) | undefined;
  onReport: (rebuttal: Rebuttal) => void;
};

/** A classmate's rebuttal under the sentence that it answers. Drawn again only when something in it changes. */
export const RebuttalCard = memo(function RebuttalCard(props: RebuttalCardProps) {
  const { rebuttal, who, answered, endorsement, report, debate, isOpen, desk, show, watch, onReport } = props;
  const t = useTranslations("student.argue");
  const tAccess = useTranslations("student.access");
  const { id } = rebuttal;
  const seen = useCallback((element: HTMLElement | null) => watch(element, id), [watch, id]);
  const isOn = endorsement !== "off";
  return (
    <li
      ref={seen}
      className="laid-out-in-sight rounded-card border border-line bg-surface p-4 shadow-card sm:p-5"
    >
      <article aria-label={t("by", { name: who })} className="grid gap-3">
        <RebuttalText
          quote={rebuttal.quote}
          debate={debate}
          answered={answered?.body}
          answeredBy={answered?.by === "you" ? t("you") : answered?.by}
          isReply={rebuttal.replyTo !== undefined}
          body={rebuttal.body}
          source={rebuttal.source}
          show={show}
        />
        <div className="flex min-h-touch items-center gap-x-3 text-sm text-ink-soft">
          <ChoiceBadge choice={rebuttal.side} />
          <KindLabel kind={rebuttal.kind} />
          {rebuttal.by && (
            <Written as="bdi" className="line-clamp-1 min-w-0 break-all">
              {rebuttal.by}
            </Written>
          )}
          {isOpen && (
            <Button
              variant="quiet"
              className="-mr-3 ml-auto px-3!"
              aria-label={t("reportOf", { name: who })}
              onClick={() => onReport(rebuttal)}
            >
              <Flag aria-hidden="true" className="size-5" />
            </Button>
          )}
        </div>
        {report && report !== "taken-down" && (
          <p className="text-sm text-ink-soft">{t(`reported.${report}`)}</p>
        )}
        <div className="flex flex-wrap items-center gap-2">
          {isOpen ? (
            <Button
              aria-pressed={isOn}
              aria-label={tAccess("persuasiveOf", { name: who, count: rebuttal.endorsements })}
              onClick={() =>
                desk.outbox.put({ name: "rebuttal:endorse", payload: { rebuttalId: id, on: !isOn } })
              }
              className={classNames("px-2! text-sm!", isOn && "border-ink! bg-sunken!")}
            >
              <ThumbsUp aria-hidden="true" className={classNames("size-5", isOn && "fill-current")} />
              {t("persuasive")}
              {/* Its room is kept, or the first one would break the row and move the list. */}
              <span className="min-w-[2ch] text-right tabular-nums">{rebuttal.endorsements || ""}</span>
            </Button>
          ) : (
            <p className="flex min-h-touch items-center gap-2 text-sm text-ink-soft">
              <ThumbsUp aria-hidden="true" className="size-4" />
              {t("endorsements", { count: rebuttal.endorsements })}
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
      </article>
    </li>
  );
});
