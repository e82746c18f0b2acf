"use client";
import { useTranslations } from "next-intl";
import { type RefObject, useEffect, useRef, useState } from "react";
import { ChevronDown, Mic } from "#app/icons/icons.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { FieldError } from "#app/shared/controls/FieldError.tsx";
import { announce } from "#app/shared/notices/announce.ts";
import { ChoiceBadge, ChoiceMark } from "#app/shared/votes/ChoiceMark.tsx";
import { useSeat } from "#app/student/join/seat.ts";
import { useNewsInSight } from "#app/student/use-news-in-sight.ts";
import { SIDES, type Side } from "#debate/rules/choices.ts";
import type { Refusal } from "#debate/rules/result.ts";
import type { Mine } from "#debate/rules/snapshot.ts";

/** [P11] Asks to speak aloud, says that one waits, and when it is one's turn. */
export function SpeakBar() {
  const t = useTranslations("student.speak");
  const { you } = useSeat();
  const bar = useRef<HTMLElement>(null);
  const { ask, isPending, refusal } = useAsking(bar);
  useNewsInSight(you.speech?.called === true, t("called"), bar);
  return (
    <section
      ref={bar}
      data-needs-script
      className="mx-auto mb-8 grid w-full max-w-measure grid-cols-1 gap-2 sm:mb-12"
    >
      {you.speech ? (
        <Asked speech={you.speech} isPending={isPending} onLeave={() => ask(null)} />
      ) : (
        <Ask isPending={isPending} onAsk={ask} />
      )}
      {refusal && (
        <FieldError>
          <Refused refusal={refusal} />
        </FieldError>
      )}
    </section>
  );
}

function Ask({ isPending, onAsk }: { isPending: boolean; onAsk: (side: Side) => void }) {
  const t = useTranslations("student.speak");
  const names = useTranslations("choices");
  const { identity, heldUpBy } = useSeat();
  return (
    <details className="group/speak rounded-control border border-line-strong bg-surface">
      <summary className="flex min-h-touch cursor-pointer list-none items-center gap-3 px-gutter font-semibold [&::-webkit-details-marker]:hidden">
        <Mic aria-hidden="true" className="size-5 shrink-0" />
        <span className="flex-1">{t("title")}</span>
        <ChevronDown
          aria-hidden="true"
          className="size-5 shrink-0 text-ink-soft transition-transform group-open/speak:rotate-180"
        />
      </summary>
      <div className="grid grid-cols-1 gap-3 border-t border-line p-4">
        <p className="text-sm text-pretty text-ink-soft">{t(`how.${identity}`)}</p>
        <div className="grid grid-cols-2 gap-3">
          {SIDES.map((side) => (
            <Button
              key={side}
              pending={isPending}
              disabled={heldUpBy !== null}
              aria-label={t("askFor", { side: names(`${side}.name`) })}
              onClick={() => onAsk(side)}
            >
              <ChoiceMark choice={side} />
              {names(`${side}.name`)}
            </Button>
          ))}
        </div>
        {heldUpBy && <p className="text-sm text-ink-soft">{t("offline")}</p>}
      </div>
    </details>
  );
}

type AskedProps = { speech: NonNullable<Mine["speech"]>; isPending: boolean; onLeave: () => void };

function Asked({ speech: { side, number, called }, isPending, onLeave }: AskedProps) {
  const t = useTranslations("student.speak");
  const { heldUpBy } = useSeat();
  return (
    <div
      className={
        called
          ? "grid grid-cols-1 gap-3 rounded-control border-4 border-ink bg-surface p-4"
          : "flex flex-wrap items-center justify-between gap-x-4 gap-y-2 rounded-control border border-line-strong bg-surface px-4 py-2"
      }
    >
      <p className="min-w-0">
        <span className={called ? "block font-serif text-2xl font-medium" : "block font-semibold"}>
          {t(called ? "called" : "waiting")}
        </span>
        <span className="flex flex-wrap items-baseline gap-x-3">
          <ChoiceBadge choice={side} />
          {number !== undefined && <span>{t("number", { number })}</span>}
        </span>
      </p>
      <Button
        size={called ? "normal" : "small"}
        pending={isPending}
        disabled={heldUpBy !== null}
        onClick={onLeave}
      >
        {t(called ? "done" : "leave")}
      </Button>
    </div>
  );
}

function Refused({ refusal }: { refusal: Refusal }) {
  const t = useTranslations("student.speak");
  const tRefusals = useTranslations("refusals");
  return <>{refusal === "too-many" ? t("full") : tRefusals(refusal)}</>;
}

/** Not kept without a network: a request is of its moment. */
function useAsking(bar: RefObject<HTMLElement | null>) {
  const t = useTranslations("student.speak");
  const { live, you, state } = useSeat();
  const { phase } = state.snapshot;
  const [isPending, setIsPending] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const hadFocus = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: [F26] what was refused goes with its phase.
  useEffect(() => setRefusal(null), [phase]);
  const isAsked = you.speech !== undefined;
  // [F1] What was pressed goes with the answer, and the focus on to what stands there then.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only then something else stands there.
  useEffect(() => {
    if (hadFocus.current && document.activeElement === document.body)
      bar.current?.querySelector<HTMLElement>("summary, button")?.focus();
    hadFocus.current = false;
  }, [isAsked]);
  const ask = async (side: Side | null) => {
    if (isPending) return;
    hadFocus.current = bar.current?.contains(document.activeElement) ?? false;
    setIsPending(true);
    const answer = await live.send("speak:ask", side ? { on: true, side } : { on: false });
    setIsPending(false);
    setRefusal(answer.ok ? null : answer.code);
    if (answer.ok) announce(t(side ? "waiting" : "left"));
  };
  return { ask: (side: Side | null) => void ask(side), isPending, refusal };
}
