"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { insteadOfVote, useUnsentInActivities } from "#app/activities/phone-vote.ts";
import { useJoined } from "#app/i18n/use-joined.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Notice } from "#app/shared/notices/Notice.tsx";
import { Written } from "#app/shared/text/Written.tsx";
import { type Draft, ownWordsIn } from "#app/student/argue/draft.ts";
import { useDraft } from "#app/student/argue/use-draft.ts";
import { useSeat, useWaiting } from "#app/student/join/seat.ts";
import type { Waiting } from "#app/student/offline/outbox.ts";
import type { Unsent } from "#app/student/offline/unsent.ts";
import { useRefusalWords } from "#app/student/offline/use-refusal-words.ts";
import { isQueued, isShownIn, type RefusedWords, wordsIfRefused } from "#debate/activities/keeping.ts";
import type { Choice } from "#debate/rules/choices.ts";
import type { Phase } from "#debate/rules/phase-order.ts";
import type { Refusal } from "#debate/rules/result.ts";

/** [F18] What was being written when the class moved on. It is the draft still: if the class comes back, it goes on. */
function useUnsent(): Unsent[] {
  const { state } = useSeat();
  const { phase } = state.snapshot;
  const inActivities = useUnsentInActivities(phase);
  const drafts = useUnsentDrafts(phase !== "rebuttal");
  return [...drafts, ...inActivities].filter(({ texts }) => texts.length > 0);
}

/** A rebuttal, and a change of one that waits behind it. */
function useUnsentDrafts(isOver: boolean): Unsent[] {
  const { drafts } = useSeat().desk;
  const draft = useDraft((draft) => (isOver ? draft : null));
  const begun = [draft, draft?.aside].filter((each): each is Draft => Boolean(each));
  return begun.map((each) => ({
    ...{ kind: each.edits ? "edit" : "rebuttal", key: each.id, texts: ownWordsIn(each) },
    forget: () => drafts.forget(each.id),
  }));
}

/** What was written, and is shown with why it was not taken. */
const WRITTEN = ["rebuttal:post", "rebuttal:edit"] as const;
type WrittenItem = Extract<Waiting, { name: (typeof WRITTEN)[number] }> | (Waiting & RefusedWords);

/**
 * What was not taken and why, with the words that were in it. `refused` is the answer to a plain form.
 * A rebuttal refused while the class still argues is shown among the rebuttals instead.
 */
export function RefusedNotices({ refused }: { refused: Refusal | null }) {
  const t = useTranslations("student.refused");
  const { space } = useJoined();
  const { state } = useSeat();
  const waiting = useWaiting();
  const { phase } = state.snapshot;
  // [F26] What was refused in a phase goes with it.
  const [saidIn, setSaidIn] = useState<Phase | null>(phase);
  const isRead = saidIn !== phase;
  useEffect(() => {
    // Said once: a reload should not say it again. And of a link that is passed on, no one has taken a seat.
    if (refused || window.location.search === "?seated=1")
      window.history.replaceState(null, "", window.location.pathname);
  }, [refused]);
  const isArguing = phase === "rebuttal";
  const items = waiting.filter(
    (item) =>
      item.refused &&
      !(isArguing && (item.name === "rebuttal:post" || item.name === "rebuttal:edit")) &&
      !(isQueued(item) && isShownIn(phase, item)),
  );
  const unsent = useUnsent();
  if (items.length + unsent.length === 0 && (!refused || isRead)) return null;
  return (
    <div className="mx-auto mb-6 grid max-w-measure gap-3">
      {refused && !isRead && (
        <Notice kind="warning" action={<Dismiss onPress={() => setSaidIn(null)} label={t("dismiss")} />}>
          {t("form")}
          {space}
          <RefusalWords code={refused} />
        </Notice>
      )}
      {items.map((item) => (
        <RefusedItem key={item.stamp} item={item} />
      ))}
      {unsent.map(({ kind, key, texts, forget }) => (
        <Notice
          key={key}
          kind="warning"
          title={t(`unsent.${kind}`)}
          action={<Dismiss onPress={forget} label={t("dismiss")} />}
        >
          <UnsentWords texts={texts} />
        </Notice>
      ))}
    </div>
  );
}

function RefusedItem({ item }: { item: Waiting }) {
  const t = useTranslations("student.refused");
  const tChoices = useTranslations("choices");
  const { space } = useJoined();
  const words = useRefusalWords();
  const { desk, you, settings } = useSeat();
  const tStudent = useTranslations("student");
  const dismiss = <Dismiss onPress={() => desk.outbox.putAside(item)} label={t("dismiss")} />;
  if (item.name === "ballot:cast") {
    const instead = insteadOfVote(item.payload.round, you, settings);
    const stored = you.ballots[item.payload.round];
    const { choice, reason, credit } = item.payload;
    const lost = [
      ...(reason && reason !== stored?.reason ? [reason] : []),
      ...(credit?.why && credit.why !== stored?.credit?.why ? [credit.why] : []),
    ];
    // The choice counts: what was added to it came too late, such as the end of a reason.
    const counts = stored?.choice === choice;
    const name = (of: Choice) => ({ choice: tChoices(`${of}.name`) });
    return (
      <Notice kind="warning" title={counts ? t("extras") : t("ballot", name(choice))} action={dismiss}>
        {instead ? tStudent(instead.refused) : <RefusalWords code={item.refused ?? "internal"} />}
        {space}
        {stored ? t(counts ? "counts" : "stands", name(stored.choice)) : t("noneStored")}
        <UnsentWords texts={lost} />
      </Notice>
    );
  }
  if (!hasOwnNotice(item)) return null;
  return (
    <Notice kind="warning" title={t(`written.${item.name}`)} action={dismiss}>
      {item.refused === "too-many" ? words(item) : <RefusalWords code={item.refused ?? "internal"} />}
      <UnsentWords texts={wordsOf(item)} />
    </Notice>
  );
}

/** What was written, to be read and copied. */
function UnsentWords({ texts }: { texts: readonly string[] }) {
  const t = useTranslations("student.refused");
  const { space } = useJoined();
  if (texts.length === 0) return null;
  return (
    <>
      {space}
      {t("wordsKept")}
      {texts.map((text) => (
        <Written
          key={text}
          as="blockquote"
          className="mt-2 border-l-2 border-line-strong pl-3 whitespace-pre-wrap"
        >
          {text}
        </Written>
      ))}
    </>
  );
}

function hasOwnNotice(item: Waiting): item is WrittenItem {
  return WRITTEN.some((name) => name === item.name) || (isQueued(item) && wordsIfRefused(item) !== null);
}

function wordsOf(item: WrittenItem): readonly string[] {
  return isQueued(item) ? (wordsIfRefused(item) ?? []) : [item.payload.body];
}

/** A refusal in words: those of the vote where the vote has its own. */
function RefusalWords({ code }: { code: Refusal }) {
  const t = useTranslations("student.refused");
  const tRefusals = useTranslations("refusals");
  return <>{code === "wrong-phase" ? t("late") : tRefusals(code)}</>;
}

function Dismiss({ onPress, label }: { onPress: () => void; label: string }) {
  return (
    <Button size="small" onClick={onPress}>
      {label}
    </Button>
  );
}
