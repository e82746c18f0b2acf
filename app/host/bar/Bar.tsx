"use client";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { BackButton } from "#app/host/bar/BackButton.tsx";
import { JoiningSwitch } from "#app/host/bar/JoiningSwitch.tsx";
import { NextButton } from "#app/host/bar/NextButton.tsx";
import { Stepper } from "#app/host/bar/Stepper.tsx";
import { TimerControl } from "#app/host/bar/TimerControl.tsx";
import { WallBar } from "#app/host/bar/WallBar.tsx";
import { HelpControl } from "#app/host/help/HelpControl.tsx";
import { PhoneNotes } from "#app/host/kit/KitPanel.tsx";
import { ConnectProjector } from "#app/host/previews/ConnectProjector.tsx";
import { classNames } from "#app/shared/class-names.ts";
import { Wordmark } from "#app/shared/layout/Wordmark.tsx";
import { CodeDisplay } from "#app/shared/links/CodeDisplay.tsx";
import { Written } from "#app/shared/text/Written.tsx";
import { Timer } from "#app/shared/timers/Timer.tsx";
import { useTimeNews } from "#app/shared/timers/use-time-news.ts";
import type { RevealPlace } from "#app/shared/wall/reveal-place.ts";
import type { HostPage } from "#debate/protocol/pages.ts";
import { isClosed, phasesOf } from "#debate/rules/phases.ts";
import type { Rebuttal, Snapshot } from "#debate/rules/snapshot.ts";

type BarProps = {
  page: HostPage;
  snapshot: Snapshot;
  reveal: RevealPlace | null;
  rebuttals: ReadonlyMap<string, Rebuttal>;
  writing: number;
};

/** So many fit beside the projector's controls on a laptop. */
const FEW_PHASES = 7;

/** Code, phase, time, the wall and the one next step; on a phone the last two stay in thumb's reach. */
export function Bar({ page, snapshot, reveal, rebuttals, writing }: BarProps) {
  const t = useTranslations("host");
  const { role, code, debate, settings, simulated } = page;
  const phases = useMemo(() => phasesOf(settings), [settings]);
  useTimeNews(isClosed(snapshot.phase) ? undefined : snapshot.phaseEndsAt);
  return (
    // [H13] On a laptop two rows: what the session is and its next step, then the projector and the phases.
    <header className="border-b border-line bg-surface sm:[@media(min-height:40rem)]:sticky sm:[@media(min-height:40rem)]:top-0 sm:z-30 xl:flex xl:flex-wrap xl:items-center xl:gap-x-4 xl:px-4 xl:pt-1 xl:after:order-1 xl:after:w-full 2xl:px-6">
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2 px-4 pt-2 max-[26.5rem]:gap-x-3 low:gap-y-0 low:pt-0 xl:contents">
        {role === "host" ? (
          <Link
            href="/dashboard"
            aria-label={t("dashboard")}
            className="inline-flex min-h-touch items-center"
          >
            <Wordmark />
          </Link>
        ) : (
          <span className="inline-flex min-h-touch items-center">
            <Wordmark />
          </span>
        )}
        <CodeDisplay code={code} className="text-xl" />
        {!isClosed(snapshot.phase) && <JoiningSwitch locked={snapshot.locked} />}
        <h1 className="sr-only">{t("heading")}</h1>
        <div className="order-last w-full min-w-0 lg:order-none lg:w-auto lg:flex-1">
          {settings.name !== "" && (
            <Written as="p" title={settings.name} className="truncate text-sm font-semibold">
              {settings.name}
            </Written>
          )}
          <Written
            as="p"
            title={debate.resolution}
            className={classNames(
              "font-serif text-lg",
              settings.name === "" ? "line-clamp-2 low:line-clamp-1 xl:line-clamp-1" : "line-clamp-1",
            )}
          >
            {debate.resolution}
          </Written>
        </div>
        {role === "assistant" && (
          <p className="ml-auto flex items-center gap-4">
            {snapshot.phaseEndsAt !== undefined && (
              <Timer key={snapshot.phaseEndsAt} endsAt={snapshot.phaseEndsAt} className="text-lg" />
            )}
            <span
              title={t("assistant.body")}
              className="rounded-control bg-sunken px-3 py-1 text-sm font-semibold"
            >
              {t("assistant.name")}
            </span>
          </p>
        )}
        <div
          data-uncovered
          className="fixed inset-x-0 bottom-0 z-30 short:static short:w-full short:border-0 short:p-0 grid grid-cols-[minmax(0,1fr)] gap-2 border-t border-line bg-surface p-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] low:gap-1.5 low:p-2 low:pb-[max(0.5rem,env(safe-area-inset-bottom))] sm:contents"
        >
          {role === "host" && (
            <div data-tour="next" className="flex items-center gap-2 max-sm:order-last sm:ml-auto">
              <TimerControl
                snapshot={snapshot}
                settings={settings}
                simulated={simulated}
                isCompact={reveal !== null}
              />
              {reveal && <BackButton reveal={reveal} />}
              <NextButton
                snapshot={snapshot}
                settings={settings}
                simulated={simulated}
                reveal={reveal}
                hasArgued={rebuttals.size > 0}
                writing={writing}
              />
            </div>
          )}
          <PhoneNotes page={page} phase={snapshot.phase} />
          <WallBar settings={settings} snapshot={snapshot} reveal={reveal} rebuttals={rebuttals} />
        </div>
      </div>
      <div
        className={classNames(
          "flex items-start xl:order-3 xl:min-w-0",
          phases.length > FEW_PHASES ? "xl:w-full" : "xl:flex-1",
        )}
        data-tour="phases"
      >
        <Stepper
          phases={phases}
          phase={snapshot.phase}
          settings={settings}
          isRevealing={reveal?.back != null}
        />
        {role === "host" && <ConnectProjector page={page} inBar />}
        <HelpControl phase={snapshot.phase} />
      </div>
    </header>
  );
}
