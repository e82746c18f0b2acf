"use client";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useState, useSyncExternalStore } from "react";
import { ChevronDown, ChevronUp, Pause, Play, X } from "#app/icons/icons.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Notice } from "#app/shared/notices/Notice.tsx";
import { StoredValue } from "#app/shared/storage/stored-value.ts";
import { createSpeaker, type Speaker, type Speaking } from "#app/student/read/aloud/speaker.ts";

const RATES = [0.75, 1, 1.25, 1.5] as const;
const rate = new StoredValue<number>(
  "resolved.reading-rate",
  1,
  (stored) => RATES.find((each) => each === stored) ?? null,
);

type ReadAloudProps = {
  /** What the positions are written in; the interface's language where that is not known. */
  lang: string | undefined;
  /** Something else has the reader's attention: words that are about to be answered. */
  isHeld: boolean;
  onEnd: () => void;
};

/** [X6] Reads the position in sight out, with a bar in thumb's reach. */
export function ReadAloud({ lang, isHeld, onEnd }: ReadAloudProps) {
  const t = useTranslations("student.reading.aloud");
  const locale = useLocale();
  const [speaker, state] = useSpeaker(lang ?? locale);
  useEffect(() => {
    if (isHeld) speaker?.pause();
  }, [isHeld, speaker]);
  if (state === "voiceless") return <NoVoice lang={lang ?? locale} onEnd={onEnd} />;
  if (isHeld || !speaker) return null;
  const isPaused = state === "paused";
  const button = (label: string, Icon: typeof Play, press: () => void) => (
    <Button variant="quiet" aria-label={label} className="px-3!" onClick={press}>
      <Icon aria-hidden="true" className="size-5" />
    </Button>
  );
  return (
    <section
      data-bar="foot"
      aria-label={t("label")}
      className="fixed inset-x-0 bottom-0 z-30 border-t border-line bg-surface px-4 pt-2 pb-[max(0.5rem,env(safe-area-inset-bottom))] shadow-float short:static short:w-full short:shadow-none"
    >
      <div className="mx-auto flex max-w-measure items-center gap-1">
        {isPaused
          ? button(t("play"), Play, () => void speaker.play())
          : button(t("pause"), Pause, speaker.pause)}
        {button(t("previous"), ChevronUp, () => void speaker.play(-1))}
        {button(t("next"), ChevronDown, () => void speaker.play(1))}
        <Rate speaker={speaker} isPlaying={state === "playing"} />
        {button(t("stop"), X, onEnd)}
      </div>
    </section>
  );
}

/** Begins at once, and stops when the page is left or another tab is shown. */
function useSpeaker(lang: string): [Speaker | null, Speaking] {
  const [state, setState] = useState<Speaking>("starting");
  const [speaker, setSpeaker] = useState<Speaker | null>(null);
  useEffect(() => {
    const made = createSpeaker(lang, setState);
    made.setRate(rate.value());
    setSpeaker(made);
    void made.play();
    const leave = () => document.visibilityState === "hidden" && made.pause();
    document.addEventListener("visibilitychange", leave);
    window.addEventListener("pagehide", made.pause);
    return () => {
      document.removeEventListener("visibilitychange", leave);
      window.removeEventListener("pagehide", made.pause);
      made.end();
    };
  }, [lang]);
  return [speaker, state];
}

function Rate({ speaker, isPlaying }: { speaker: Speaker; isPlaying: boolean }) {
  const t = useTranslations("student.reading.aloud");
  const locale = useLocale();
  const now = useSyncExternalStore(rate.subscribe, rate.value, rate.atFirst);
  const choose = (wanted: number) => {
    rate.change(() => wanted);
    speaker.setRate(wanted);
    if (isPlaying) void speaker.play();
  };
  return (
    <select
      aria-label={t("rate")}
      value={now}
      onChange={({ target }) => choose(Number(target.value))}
      className="ms-auto min-h-touch rounded-control border border-line-strong bg-surface px-2 text-base text-ink tabular-nums"
    >
      {RATES.map((each) => (
        <option key={each} value={each}>
          {t("times", { rate: new Intl.NumberFormat(locale).format(each) })}
        </option>
      ))}
    </select>
  );
}

function NoVoice({ lang, onEnd }: { lang: string; onEnd: () => void }) {
  const t = useTranslations("student.reading.aloud");
  const shared = useTranslations("shared");
  const language = new Intl.DisplayNames([useLocale()], { type: "language" }).of(lang) ?? lang;
  return (
    <Notice
      kind="warning"
      title={t("noVoice", { language })}
      className="w-full"
      action={
        <Button size="small" onClick={onEnd}>
          {shared("close")}
        </Button>
      }
    >
      {t("noVoiceBody")}
    </Notice>
  );
}
