"use client";
import { useFormatter, useTranslations } from "next-intl";
import { type CSSProperties, type FormEvent, useId, useState } from "react";
import { Minus, Plus } from "#app/icons/icons.ts";
import { percentage } from "#app/results/figures.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { FieldError } from "#app/shared/controls/FieldError.tsx";
import { announce } from "#app/shared/notices/announce.ts";
import { useSeat, useWaiting } from "#app/student/join/seat.ts";
import { useStorageNote } from "#app/student/offline/use-storage-note.ts";
import { halfWidth } from "#debate/rules/text.ts";

/** Where the slider stands before anyone has guessed. */
const MIDDLE = 50;
/** The slider's steps; the number beside it is exact. */
const STEP = 5;

/** [V16] One guess, which can be changed until the host goes on. The outbox keeps it until the server has it. */
export function GuessPanel() {
  const t = useTranslations("student.guess");
  const tFlow = useTranslations("flow.guess");
  const format = useFormatter();
  const { given, isSent, give } = useGuess();
  const [typed, setTyped] = useState<string | null>(null);
  const [isWrong, setIsWrong] = useState(false);
  const errorId = useId();
  const text = typed ?? `${given ?? MIDDLE}`;
  const share = readShare(text);
  const at = share ?? given ?? MIDDLE;
  const change = (next: string) => {
    setTyped(next);
    setIsWrong(false);
  };
  const by = (points: number) => {
    const next = Math.min(100, Math.max(0, at + points));
    change(`${next}`);
    announce(percentage(format, next / 100));
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (share === null) return setIsWrong(true);
    give(share);
    setTyped(null);
  };
  return (
    <form onSubmit={send} noValidate className="grid grid-cols-1 gap-6">
      <div className="grid gap-2">
        <p className="font-serif text-3xl font-medium tracking-[-0.012em] text-balance">
          {tFlow("question")}
        </p>
        <p className="text-ink-soft">{t("lead")}</p>
      </div>
      <div className="@container grid grid-cols-1 gap-4 rounded-card border border-line bg-surface p-4 shadow-card sm:p-6">
        {/* [F4] With large text the number stands above its buttons. */}
        <div className="flex flex-wrap items-center justify-center gap-2 sm:gap-3">
          <Button aria-label={t("less")} className="size-14 shrink-0 px-0!" onClick={() => by(-1)}>
            <Minus aria-hidden="true" className="size-6" />
          </Button>
          <label className="flex items-baseline justify-center @max-[14.25rem]:order-first @max-[14.25rem]:basis-full">
            <span className="sr-only">{t("label")}</span>
            <input
              inputMode="numeric"
              autoComplete="off"
              value={text}
              onChange={({ target }) => change(target.value)}
              onFocus={({ target }) => target.select()}
              aria-invalid={isWrong || undefined}
              aria-describedby={isWrong ? errorId : undefined}
              className="w-[2em] min-w-0 rounded-control border-b-2 border-line-strong bg-transparent text-center font-serif text-5xl @max-[17rem]:text-4xl sm:text-6xl tabular-nums"
            />
            <span aria-hidden="true" className="font-serif text-3xl text-ink-soft">
              %
            </span>
          </label>
          <Button aria-label={t("more")} className="size-14 shrink-0 px-0!" onClick={() => by(1)}>
            <Plus aria-hidden="true" className="size-6" />
          </Button>
        </div>
        <input
          type="range"
          min={0}
          max={100}
          step={STEP}
          value={Math.round(at / STEP) * STEP}
          onChange={({ target }) => change(target.value)}
          aria-label={t("slider")}
          aria-valuetext={percentage(format, at / 100)}
          style={{ "--at": `${at}%` } as CSSProperties}
          className="share-slider h-12 w-full cursor-pointer"
        />
        <div aria-hidden="true" className="-mt-3 flex justify-between text-sm text-ink-soft tabular-nums">
          <Ends />
        </div>
        {isWrong && <FieldError id={errorId}>{t("whole")}</FieldError>}
        <Button type="submit" variant="primary" size="large">
          {t(given === null ? "send" : "change")}
        </Button>
      </div>
      <GuessStatus given={given} isSent={isSent} />
    </form>
  );
}

function Ends() {
  const format = useFormatter();
  return [0, 0.5, 1].map((share) => <span key={share}>{percentage(format, share)}</span>);
}

// Two lines are always reserved, so that nothing moves under a thumb.
function GuessStatus({ given, isSent }: { given: number | null; isSent: boolean }) {
  const t = useTranslations("student.guess");
  const format = useFormatter();
  const { heldUpBy } = useSeat();
  const storageNote = useStorageNote();
  return (
    <p role="status" className="min-h-[3.5em] text-ink-soft">
      {given !== null && (
        <>
          <span className="block font-semibold text-ink">
            {t("yours", { share: percentage(format, given / 100) })}
          </span>
          {!isSent && heldUpBy ? storageNote(t(`kept.${heldUpBy}`)) : t(isSent ? "sent" : "sending")}
        </>
      )}
    </p>
  );
}

/** My guess as I last gave it, whether the server has it, and a way to give another. */
function useGuess(): { given: number | null; isSent: boolean; give: (share: number) => void } {
  const { you, desk, state } = useSeat();
  const waiting = useWaiting();
  const onItsWay = waiting.find((item) => item.name === "guess:cast" && !item.refused);
  const { version } = state.snapshot;
  const give = (share: number) => desk.outbox.put({ name: "guess:cast", payload: { share, version } });
  if (onItsWay?.name === "guess:cast") return { given: onItsWay.payload.share, isSent: false, give };
  return { given: you.guess ?? null, isSent: you.guess !== undefined, give };
}

/** What was typed, as a whole percentage; null where it is none. */
function readShare(typed: string): number | null {
  const text = halfWidth(typed).trim();
  if (!/^\d{1,3}$/u.test(text)) return null;
  const share = Number(text);
  return share <= 100 ? share : null;
}
