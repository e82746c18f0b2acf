"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useJoined } from "#app/i18n/use-joined.ts";
import { Check, Clock, EyeOff, LoaderCircle, ThumbsUp, TriangleAlert } from "#app/icons/icons.ts";
import { Button } from "#app/shared/Button.tsx";
import { ChoiceBadge } from "#app/shared/ChoiceMark.tsx";
import { KindLabel } from "#app/shared/KindLabel.tsx";
import { newId } from "#app/shared/new-id.ts";
import { RebuttalText } from "#app/student/argue/RebuttalText.tsx";
import { ownRebuttals, repliesTo } from "#app/student/argue/rebuttal-list.ts";
import { isBegun, useDraft } from "#app/student/argue/use-draft.ts";
import { useOwnNews } from "#app/student/argue/use-own-news.ts";
import { ClassRule } from "#app/student/join/ClassRule.tsx";
import { useSeat } from "#app/student/join/seat.ts";
import { HELD_UP_ICONS } from "#app/student/offline/HeldUpBanner.tsx";
import type { RebuttalPayload, Waiting } from "#app/student/offline/outbox.ts";
import { useRefusalWords } from "#app/student/offline/use-refusal-words.ts";
import { ownCredits } from "#app/student/result/own-credits.ts";
import type { Rebuttal } from "#debate/rules/snapshot.ts";

/** My own rebuttals, each with how far it has come. */
export function OwnRebuttals({ isOpen }: { isOpen: boolean }) {
  const t = useTranslations("student.own");
  const { state, you, waiting } = useSeat();
  const { unsent, stored } = ownRebuttals(state.rebuttals, you, waiting);
  useOwnNews({ unsent, stored, replies: repliesTo(stored, state.rebuttals.values()) });
  if (unsent.length + stored.length === 0) return null;
  return (
    <section className="grid gap-3">
      <h2 className="font-serif text-xl">{t("title")}</h2>
      <ul className="grid gap-3">
        {unsent.map((item) => (
          <OwnCard key={item.payload.id} rebuttal={item.payload}>
            {item.refused ? <Refused item={item} isOpen={isOpen} /> : <OnItsWay />}
          </OwnCard>
        ))}
        {stored.map((rebuttal) => (
          <OwnCard key={rebuttal.id} rebuttal={rebuttal}>
            <Status rebuttal={rebuttal} />
          </OwnCard>
        ))}
      </ul>
    </section>
  );
}

function OwnCard({ rebuttal, children }: { rebuttal: RebuttalPayload | Rebuttal; children: ReactNode }) {
  const t = useTranslations("student.argue");
  const { state, debate, show } = useSeat();
  const { quote, replyTo, body, source, side, kind } = rebuttal;
  const answered = replyTo === undefined ? undefined : state.rebuttals.get(replyTo);
  return (
    <li className="grid gap-3 rounded-card border-2 border-line-strong bg-surface p-4 sm:p-5">
      <RebuttalText
        quote={quote}
        debate={debate}
        isReply={replyTo !== undefined}
        answered={answered?.body}
        answeredBy={answered?.by === "you" ? t("you") : answered?.by}
        body={body}
        source={source}
        show={show}
      />
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 text-sm">
        <span className="flex items-center gap-x-3 text-ink-soft">
          <ChoiceBadge choice={side} />
          <KindLabel kind={kind} />
        </span>
        <div className="text-ink-soft">{children}</div>
      </div>
    </li>
  );
}

const ICON = "size-4 shrink-0";
const LINE = "flex items-center gap-1.5";

function Status({ rebuttal }: { rebuttal: Rebuttal }) {
  const t = useTranslations("student.own");
  const tCard = useTranslations("card");
  const { settings, state, you } = useSeat();
  const moved = ownCredits(state.result?.moved, you).get(rebuttal.id);
  switch (rebuttal.status) {
    case "published":
      return (
        <span className="flex flex-wrap items-center gap-x-4">
          {moved && (
            <strong className="font-semibold text-ink">{tCard("movedEach", { count: moved })}</strong>
          )}
          {rebuttal.endorsements > 0 && (
            <span className={LINE}>
              <ThumbsUp aria-hidden="true" className={ICON} />
              {t("endorsements", { count: rebuttal.endorsements })}
            </span>
          )}
          <span className={LINE}>
            <Check aria-hidden="true" className={`${ICON} text-good`} strokeWidth={3} />
            {t("sent")}
          </span>
        </span>
      );
    case "pending":
      return (
        <span className={LINE}>
          <Clock aria-hidden="true" className={ICON} />
          {t("pending")}
        </span>
      );
    case "hidden":
      return (
        <span className="grid gap-1">
          <span className={LINE}>
            <EyeOff aria-hidden="true" className={ICON} />
            {rebuttal.downWith ? t("hiddenWith") : t("hidden")}
          </span>
          {!rebuttal.downWith && <ClassRule rule={settings.rule} />}
        </span>
      );
    default:
      return rebuttal.status satisfies never;
  }
}

function OnItsWay() {
  const t = useTranslations("student.own");
  const { heldUpBy } = useSeat();
  const Icon = heldUpBy ? HELD_UP_ICONS[heldUpBy] : LoaderCircle;
  return (
    <span className={LINE}>
      <Icon aria-hidden="true" className={heldUpBy ? ICON : `${ICON} animate-spin`} />
      {t(heldUpBy ? `kept.${heldUpBy}` : "sending")}
    </span>
  );
}

type Unsent = Extract<Waiting, { name: "rebuttal:post" }>;

function Refused({ item, isOpen }: { item: Unsent; isOpen: boolean }) {
  const t = useTranslations("student.own");
  const words = useRefusalWords();
  const { sentences } = useJoined();
  const { desk } = useSeat();
  const hasDraft = useDraft(isBegun);
  const edit = () => {
    const { source, ...words } = item.payload;
    // A new id: the refused one may be known to the server.
    desk.drafts.write({ ...words, id: newId(), source: source ?? "", isOpen: true });
    desk.outbox.putAside(item);
  };
  return (
    <span className="grid gap-2">
      <span className={LINE}>
        <TriangleAlert aria-hidden="true" className={`${ICON} text-warn`} />
        {sentences(t("refused"), words(item))}
      </span>
      <span className="flex gap-2">
        {isOpen && !hasDraft && (
          <Button size="small" onClick={edit}>
            {t("edit")}
          </Button>
        )}
        <Button size="small" variant="quiet" onClick={() => desk.outbox.putAside(item)}>
          {t("discard")}
        </Button>
      </span>
    </span>
  );
}
