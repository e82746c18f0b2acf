"use client";
import { useTranslations } from "next-intl";
import { useEffect, useState, useSyncExternalStore } from "react";
import { useJoined } from "#app/i18n/use-joined.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Notice } from "#app/shared/notices/Notice.tsx";
import { Written } from "#app/shared/text/Written.tsx";
import { useSeat, useWaiting } from "#app/student/join/seat.ts";
import type { Waiting } from "#app/student/offline/outbox.ts";
import { useRefusalWords } from "#app/student/offline/use-refusal-words.ts";
import { writtenLines } from "#debate/rules/exit-ticket.ts";
import { resultsPublic } from "#debate/rules/phases.ts";
import type { Refusal } from "#debate/rules/result.ts";

/** What was written, and is shown with why it was not taken. */
const TITLES = { "rebuttal:post": "rebuttal", "exit:write": "exit", "steelman:write": "steelman" } as const;
type WrittenItem = Extract<Waiting, { name: keyof typeof TITLES }>;

/**
 * What was not taken and why, with the words that were in it. `refused` is the answer to a plain form.
 * A rebuttal refused while the class still argues is shown among the rebuttals instead.
 */
export function RefusedNotices({ refused }: { refused: Refusal | null }) {
  const t = useTranslations("student.refused");
  const { space } = useJoined();
  const { desk, state } = useSeat();
  const waiting = useWaiting();
  const [isRead, setIsRead] = useState(false);
  useEffect(() => {
    // Said once: a reload should not say it again. And of a link that is passed on, no one has taken a seat.
    if (refused || window.location.search === "?seated=1")
      window.history.replaceState(null, "", window.location.pathname);
  }, [refused]);
  const isArguing = state.snapshot.phase === "rebuttal";
  const isWriting = state.snapshot.phase === "steelman";
  const items = waiting.filter(
    (item) =>
      item.refused &&
      !(isArguing && item.name === "rebuttal:post") &&
      !(isWriting && item.name === "steelman:write"),
  );
  const unsent = useUnsentSteelman();
  if (items.length === 0 && unsent === null && (!refused || isRead)) return null;
  return (
    <div className="mx-auto mb-6 grid max-w-measure gap-3">
      {refused && !isRead && (
        <Notice kind="warning" action={<Dismiss onPress={() => setIsRead(true)} label={t("dismiss")} />}>
          {t("form")}
          {space}
          <RefusalWords code={refused} />
        </Notice>
      )}
      {items.map((item) => (
        <RefusedItem key={item.stamp} item={item} />
      ))}
      {unsent !== null && (
        <Notice
          kind="warning"
          title={t("steelmanUnsent")}
          action={<Dismiss onPress={() => desk.steelman.change(() => null)} label={t("dismiss")} />}
        >
          {t("wordsKept")}
          <Words>{unsent}</Words>
        </Notice>
      )}
    </div>
  );
}

function RefusedItem({ item }: { item: Waiting }) {
  const t = useTranslations("student.refused");
  const tChoices = useTranslations("choices");
  const { space } = useJoined();
  const words = useRefusalWords();
  const { desk, you } = useSeat();
  const dismiss = <Dismiss onPress={() => desk.outbox.putAside(item)} label={t("dismiss")} />;
  if (item.name === "ballot:cast") {
    const stored = you.ballots[item.payload.round];
    // The choice counts: what was added to it came too late, such as the end of a reason.
    if (stored?.choice === item.payload.choice) {
      const { reason, credit } = item.payload;
      const lost = [
        ...(reason && reason !== stored.reason ? [reason] : []),
        ...(credit?.why && credit.why !== stored.credit?.why ? [credit.why] : []),
      ];
      return (
        <Notice kind="warning" title={t("extras")} action={dismiss}>
          <RefusalWords code={item.refused ?? "internal"} />
          {space}
          {t("counts", { choice: tChoices(`${stored.choice}.name`) })}
          {lost.length > 0 && (
            <>
              {space}
              {t("wordsKept")}
              {lost.map((text) => (
                <Words key={text}>{text}</Words>
              ))}
            </>
          )}
        </Notice>
      );
    }
    return (
      <Notice
        kind="warning"
        title={t("ballot", { choice: tChoices(`${item.payload.choice}.name`) })}
        action={dismiss}
      >
        <RefusalWords code={item.refused ?? "internal"} />
        {space}
        {stored ? t("stands", { choice: tChoices(`${stored.choice}.name`) }) : t("noneStored")}
      </Notice>
    );
  }
  if (!hasOwnNotice(item)) return null;
  const texts = item.name === "exit:write" ? Object.values(writtenLines(item.payload)) : [item.payload.body];
  return (
    <Notice kind="warning" title={t(TITLES[item.name])} action={dismiss}>
      {item.refused === "too-many" ? words(item) : <RefusalWords code={item.refused ?? "internal"} />}
      {space}
      {t("wordsKept")}
      {texts.map((text) => (
        <Words key={text}>{text}</Words>
      ))}
    </Notice>
  );
}

function Words({ children }: { children: string }) {
  return (
    <Written as="blockquote" className="mt-2 border-l-2 border-line-strong pl-3 whitespace-pre-wrap">
      {children}
    </Written>
  );
}

/** [P16] What was being written for the other side when the class moved on; its field is gone with the phase. */
function useUnsentSteelman(): string | null {
  const { desk, state, you } = useSeat();
  const { subscribe, value, atFirst } = desk.steelman;
  const draft = useSyncExternalStore(subscribe, value, atFirst);
  const body = draft?.body.trim() ?? "";
  if (body === "" || body === you.steelman?.own?.body) return null;
  return resultsPublic(state.snapshot.phase) ? body : null;
}

function hasOwnNotice(item: Waiting): item is WrittenItem {
  return item.name in TITLES;
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
