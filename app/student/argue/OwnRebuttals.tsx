"use client";
import { useTranslations } from "next-intl";
import { memo, type ReactNode, type Ref, useEffect, useMemo, useRef, useState } from "react";
import { LoaderCircle, MessagesSquare } from "#app/icons/icons.ts";
import { classNames } from "#app/shared/class-names.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { ChoiceBadge } from "#app/shared/votes/ChoiceMark.tsx";
import { OwnActions } from "#app/student/argue/OwnActions.tsx";
import type { Asked } from "#app/student/argue/OwnNews.tsx";
import { OwnStatus } from "#app/student/argue/OwnStatus.tsx";
import { RebuttalText } from "#app/student/argue/RebuttalText.tsx";
import { Refused } from "#app/student/argue/Refused.tsx";
import { type Edit, ownRebuttals } from "#app/student/argue/rebuttal-list.ts";
import { Replies, type Threading } from "#app/student/argue/Thread.tsx";
import { useAuthorsToMe } from "#app/student/argue/use-authors-to-me.ts";
import { useFolding } from "#app/student/argue/use-folding.ts";
import { WithdrawDialog } from "#app/student/argue/WithdrawDialog.tsx";
import { useSeat, useWaiting } from "#app/student/join/seat.ts";
import { HELD_UP_ICONS } from "#app/student/offline/HeldUpBanner.tsx";
import type { RebuttalPayload } from "#app/student/offline/outbox.ts";
import { useStorageNote } from "#app/student/offline/use-storage-note.ts";
import type { Rebuttal } from "#debate/rules/snapshot.ts";
import { threadsOf } from "#debate/rules/threads.ts";

type OwnRebuttalsProps = Threading & { asked: Asked | null };

/** My own rebuttals, each with how far it has come, and with what answers it. */
export const OwnRebuttals = memo(function OwnRebuttals({ asked, ...threading }: OwnRebuttalsProps) {
  const t = useTranslations("student.own");
  const { state, you } = useSeat();
  const waiting = useWaiting();
  const { unsent, stored, edits, lost } = ownRebuttals(state.rebuttals, you, waiting);
  const [withdrawing, setWithdrawing] = useState<Rebuttal | null>(null);
  const threads = useMemo(
    () => threadsOf([...state.rebuttals.values()].filter(({ status }) => status === "published")),
    [state.rebuttals],
  );
  // [R30] Replies to what was merged are there, unless that is mine, too, or another one of mine shows them.
  const standingFor = ({ id, mergedInto }: Rebuttal) => {
    if (mergedInto === undefined || stored.some((own) => own.id === mergedInto)) return id;
    return stored.find((own) => own.mergedInto === mergedInto)?.id === id ? mergedInto : id;
  };
  const dialog = <WithdrawDialog rebuttal={withdrawing} onClose={() => setWithdrawing(null)} />;
  if (unsent.length + stored.length + lost.length === 0) return dialog;
  return (
    <section className="grid grid-cols-1 gap-3">
      {dialog}
      <h2 className="font-serif text-xl">{t("title")}</h2>
      <ul className="grid grid-cols-1 gap-3">
        {lost.map((item) => (
          <li
            key={item.stamp}
            className="rounded-card border-2 border-line-strong bg-surface p-4 text-ink-soft sm:p-5"
          >
            <Refused item={item} isOpen={threading.isOpen} asked={asked} />
          </li>
        ))}
        {unsent.map((item) => (
          <OwnCard key={item.payload.id} rebuttal={item.payload}>
            {item.refused ? <Refused item={item} isOpen={threading.isOpen} asked={asked} /> : <OnItsWay />}
          </OwnCard>
        ))}
        {stored.map((rebuttal) => (
          <OwnThread
            key={rebuttal.id}
            rebuttal={rebuttal}
            standing={standingFor(rebuttal)}
            edit={edits.get(rebuttal.id)}
            replies={threads.under(standingFor(rebuttal))}
            asked={asked}
            onWithdraw={setWithdrawing}
            threading={threading}
          />
        ))}
      </ul>
    </section>
  );
});

type OwnThreadProps = {
  rebuttal: Rebuttal;
  /** The id of what its replies answer. */
  standing: string;
  edit: Edit | undefined;
  replies: readonly Rebuttal[];
  asked: Asked | null;
  onWithdraw: (rebuttal: Rebuttal) => void;
  threading: Threading;
};

function OwnThread({ rebuttal, standing, edit, replies, asked, onWithdraw, threading }: OwnThreadProps) {
  const t = useTranslations("student.own");
  /** When someone last asked to see what answers it. */
  const askedAt = asked?.id === standing ? asked.at : null;
  const { unfolded, folded, rest, unfold, fold } = useFolding(replies, true);
  const card = useRef<HTMLLIElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each time that it is asked for.
  useEffect(() => {
    if (askedAt === null) return;
    unfold();
    const frame = requestAnimationFrame(() => {
      card.current?.scrollIntoView({ block: "start" });
      card.current?.querySelector<HTMLElement>("[data-replies]")?.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, [askedAt]);
  const shown = edit && !edit.refused ? { ...rebuttal, ...edit.payload } : rebuttal;
  return (
    <OwnCard
      ref={card}
      rebuttal={shown}
      below={
        <>
          {edit?.refused && <Refused item={edit} isOpen={threading.isOpen} asked={asked} />}
          <div className="-mb-2 -ml-1.5 flex flex-wrap items-center">
            {!edit && <OwnActions rebuttal={rebuttal} isOpen={threading.isOpen} onWithdraw={onWithdraw} />}
            {replies.length > 0 && (
              <Button
                data-replies
                variant="quiet"
                className="ml-auto gap-1.5! px-1.5! text-sm!"
                aria-expanded={folded < replies.length}
                onClick={fold}
              >
                <MessagesSquare aria-hidden="true" className="size-5" />
                {t("replies", { count: replies.length })}
              </Button>
            )}
          </div>
          <Replies root={{ id: standing }} replies={unfolded} rest={rest} onUnfold={unfold} {...threading} />
        </>
      }
    >
      {edit && !edit.refused ? <OnItsWay /> : <OwnStatus rebuttal={rebuttal} />}
    </OwnCard>
  );
}

type OwnCardProps = {
  ref?: Ref<HTMLLIElement>;
  rebuttal: RebuttalPayload | Rebuttal;
  children: ReactNode;
  below?: ReactNode;
};

function OwnCard({ ref, rebuttal, children, below }: OwnCardProps) {
  const t = useTranslations("student.argue");
  const authorsOf = useAuthorsToMe();
  const { state, debate, show } = useSeat();
  const { quote, replyTo, body, source, side } = rebuttal;
  const answered = replyTo === undefined ? undefined : state.rebuttals.get(replyTo);
  return (
    <li
      ref={ref}
      className="grid scroll-mt-16 grid-cols-1 gap-3 rounded-card border-2 border-line-strong bg-surface p-4 sm:p-5"
    >
      <RebuttalText
        quote={quote}
        debate={debate}
        isReply={replyTo !== undefined}
        answered={answered?.body}
        answeredBy={answered && authorsOf(answered)}
        body={body}
        source={source}
        show={show}
      />
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 text-sm">
        <span className="flex items-center gap-x-3 text-ink-soft">
          <ChoiceBadge choice={side} />
          {"edited" in rebuttal && <span>{t("edited")}</span>}
        </span>
        <div className="text-ink-soft">{children}</div>
      </div>
      {below}
    </li>
  );
}

function OnItsWay() {
  const t = useTranslations("student.own");
  const { heldUpBy } = useSeat();
  const storageNote = useStorageNote();
  const Icon = heldUpBy ? HELD_UP_ICONS[heldUpBy] : LoaderCircle;
  return (
    <span className="flex items-center gap-1.5">
      <Icon aria-hidden="true" className={classNames("size-4 shrink-0", !heldUpBy && "animate-spin")} />
      {heldUpBy ? storageNote(t(`kept.${heldUpBy}`)) : t("sending")}
    </span>
  );
}
