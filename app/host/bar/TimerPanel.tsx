"use client";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useCommands } from "#app/host/commands.tsx";
import { nextStep } from "#app/host/next-step.ts";
import { usePending } from "#app/host/use-pending.ts";
import { Plus, Square } from "#app/icons/icons.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Field } from "#app/shared/controls/Field.tsx";
import { TIMER_SECONDS } from "#debate/protocol/limits.ts";
import type { Phase, TimedPhase } from "#debate/rules/phase-order.ts";
import type { Rehearsed } from "#debate/rules/rehearsed.ts";
import type { Settings } from "#debate/rules/settings.ts";
import type { Snapshot } from "#debate/rules/snapshot.ts";
import { halfWidth } from "#debate/rules/text.ts";

const PRESETS = [1, 2, 3, 5, 10] as const;
const LONGEST = TIMER_SECONDS / 60;

type TimerPanelProps = Rehearsed & { snapshot: Snapshot; settings: Settings; onDone: () => void };

/** Starts, lengthens and stops the timer, and decides whether the class moves on automatically when it ends. */
export function TimerPanel({ snapshot, settings, simulated, onDone }: TimerPanelProps) {
  const t = useTranslations("host.timer");
  const { setTimer } = useCommands();
  const [isPending, run] = usePending();
  const { phaseEndsAt, phase, timerCloses = false } = snapshot;
  const [closes, setCloses] = useState(timerCloses);
  // [P10] While this is open, another control room or a student may change it, and in the next phase it begins anew.
  const [shown, setShown] = useState<{ phase: Phase; timerCloses: boolean } | null>({ phase, timerCloses });
  if (shown?.phase !== phase || shown.timerCloses !== timerCloses) {
    setShown({ phase, timerCloses });
    setCloses(timerCloses);
  }
  // [D35] What the host meant this phase to take.
  const planned = settings.minutes?.[phase as TimedPhase];
  const start = (seconds: number | null, goesOn = closes) =>
    run(async () => {
      if (await setTimer(seconds === null ? null : Math.min(seconds, TIMER_SECONDS), goesOn)) onDone();
    });
  const left = () => Math.max(0, Math.ceil(((phaseEndsAt ?? 0) - Date.now()) / 1000));
  const chooseCloses = (goesOn: boolean) => {
    setCloses(goesOn);
    if (phaseEndsAt === undefined || left() === 0) return;
    void run(async () => {
      // The server refused the change: show the stored value.
      if (!(await setTimer(left(), goesOn))) setShown(null);
    });
  };
  return (
    <div className="grid gap-4">
      {phaseEndsAt !== undefined && (
        <div className="flex gap-2">
          <Button variant="primary" className="flex-1" pending={isPending} onClick={() => start(left() + 60)}>
            <Plus aria-hidden="true" className="size-4.5" />
            {t("add")}
          </Button>
          <Button className="flex-1" pending={isPending} onClick={() => start(null)}>
            <Square aria-hidden="true" className="size-4" />
            {t("stop")}
          </Button>
        </div>
      )}
      {planned !== undefined && phaseEndsAt === undefined && (
        <Button variant="primary" pending={isPending} onClick={() => start(planned * 60)}>
          {t("planned", { count: planned })}
        </Button>
      )}
      <ul className="grid grid-cols-5 gap-2">
        {PRESETS.map((minutes) => (
          <li key={minutes}>
            <Button
              className="w-full px-0!"
              aria-label={t("minutes", { count: minutes })}
              disabled={isPending}
              onClick={() => start(minutes * 60)}
            >
              {minutes}
            </Button>
          </li>
        ))}
      </ul>
      <OwnMinutes isPending={isPending} onStart={(minutes) => start(minutes * 60)} />
      <label className="flex min-h-touch items-start gap-3">
        <input
          type="checkbox"
          checked={closes}
          onChange={(event) => chooseCloses(event.target.checked)}
          className="mt-1 size-5 shrink-0 accent-ink"
        />
        <span>
          <span className="font-semibold">{t("closes")}</span>
          <span className="block text-sm text-ink-soft">
            {closes ? (
              <WhatFollows snapshot={snapshot} settings={settings} simulated={simulated} />
            ) : (
              t("closesHint")
            )}
          </span>
        </span>
      </label>
    </div>
  );
}

function WhatFollows({ snapshot, settings, simulated }: Omit<TimerPanelProps, "onDone">) {
  const t = useTranslations("host.next");
  const step = nextStep(snapshot, settings, { simulated });
  return step ? t(step.words) : null;
}

function OwnMinutes({ isPending, onStart }: { isPending: boolean; onStart: (minutes: number) => void }) {
  const t = useTranslations("host.timer");
  const [error, setError] = useState<string | null>(null);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = halfWidth(String(new FormData(event.currentTarget).get("minutes") ?? ""))
      .trim()
      .replace(",", ".");
    const minutes = Number(typed);
    if (typed === "" || !(minutes >= 1 && minutes <= LONGEST)) setError(t("ownError"));
    else {
      setError(null);
      onStart(Math.round(minutes * 60) / 60);
    }
  };
  return (
    <form onSubmit={submit} noValidate className="flex items-end gap-2">
      <Field
        className="flex-1"
        label={t("own")}
        name="minutes"
        inputMode="decimal"
        autoComplete="off"
        placeholder="15"
        {...(error && { error })}
      />
      <Button type="submit" pending={isPending}>
        {t("start")}
      </Button>
    </form>
  );
}
