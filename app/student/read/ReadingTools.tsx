"use client";
import { useTranslations } from "next-intl";
import { useId, useRef, useState } from "react";
import { Play } from "#app/icons/icons.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { useSeat, useShown } from "#app/student/join/seat.ts";
import { ReadAloud } from "#app/student/read/aloud/ReadAloud.tsx";
import { languageRead, type ReadDebate, type VersionName } from "#debate/content/versions.ts";
import type { Side } from "#debate/rules/choices.ts";

type ReadingToolsProps = {
  debate: ReadDebate;
  side: Side;
  /** Words are picked, to be answered. */
  isPicking: boolean;
};

/** How the positions are read: in which version, and whether the browser reads them out. */
export function ReadingTools({ debate, side, isPicking }: ReadingToolsProps) {
  const t = useTranslations("student.reading");
  const { view } = useShown();
  const [isAloud, setIsAloud] = useState(false);
  const start = useRef<HTMLButtonElement>(null);
  if (isAloud && view !== "read") setIsAloud(false);
  const press = () => {
    // Safari speaks later only if it began with the press.
    if (!isAloud) window.speechSynthesis?.speak(new SpeechSynthesisUtterance(""));
    setIsAloud(!isAloud);
  };
  return (
    <div data-needs-script className="flex flex-wrap items-end gap-x-4 gap-y-3">
      {debate.versions && <VersionChoice versions={debate.versions} />}
      <Button ref={start} aria-pressed={isAloud} onClick={press} className="px-4!">
        <Play aria-hidden="true" className="size-4.5" />
        {t("aloud.start")}
      </Button>
      {isAloud && (
        <ReadAloud
          // Another text is begun anew.
          key={`${side} ${debate.version ?? ""}`}
          lang={languageRead(debate)}
          isHeld={isPicking}
          onEnd={() => {
            setIsAloud(false);
            start.current?.focus();
          }}
        />
      )}
    </div>
  );
}

/** [X5] */
function VersionChoice({ versions }: { versions: readonly VersionName[] }) {
  const t = useTranslations("student.reading");
  const tRead = useTranslations("student.read");
  const { debate, reading, askAgain } = useSeat();
  const id = useId();
  const isLate = (debate?.version ?? "") !== reading.wanted;
  return (
    <div className="grid min-w-0 gap-1">
      <label htmlFor={id} className="text-sm font-semibold">
        {t("version")}
      </label>
      <select
        id={id}
        value={reading.wanted}
        onChange={({ target }) => reading.choose(target.value)}
        className="min-h-touch max-w-full min-w-0 rounded-control border border-line-strong bg-surface px-3 text-base text-ink"
      >
        <option value="">{t("original")}</option>
        {versions.map((version) => (
          <option key={version.id} value={version.id} lang={version.lang}>
            {version.label}
          </option>
        ))}
      </select>
      <p role="status" className="text-sm text-ink-soft empty:hidden">
        {isLate && (askAgain ? tRead("failed") : tRead("loading"))}
      </p>
      {isLate && askAgain && (
        <Button size="small" className="justify-self-start" onClick={askAgain}>
          {tRead("again")}
        </Button>
      )}
    </div>
  );
}
