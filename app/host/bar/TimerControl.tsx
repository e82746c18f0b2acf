"use client";
import { Popover } from "@base-ui/react/popover";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { TimerPanel } from "#app/host/bar/TimerPanel.tsx";
import { Hourglass } from "#app/icons/icons.ts";
import { classNames } from "#app/shared/class-names.ts";
import { buttonStyle } from "#app/shared/controls/button-styles.ts";
import { Timer } from "#app/shared/timers/Timer.tsx";
import { isClosed } from "#debate/rules/phases.ts";
import type { Rehearsed } from "#debate/rules/rehearsed.ts";
import type { Settings } from "#debate/rules/settings.ts";
import type { Snapshot } from "#debate/rules/snapshot.ts";

/** `isCompact`: on a phone the reveal needs the room. */
type TimerControlProps = Rehearsed & { snapshot: Snapshot; settings: Settings; isCompact: boolean };

/** The time left in this phase, and the panel that sets it. */
export function TimerControl({ snapshot, settings, simulated, isCompact }: TimerControlProps) {
  const t = useTranslations("host.timer");
  const [isOpen, setOpen] = useState(false);
  const { phaseEndsAt, timerCloses, phase } = snapshot;
  if (isClosed(phase)) return null;
  return (
    <Popover.Root open={isOpen} onOpenChange={setOpen}>
      <Popover.Trigger
        className={buttonStyle(
          "secondary",
          "normal",
          classNames(
            "min-h-14! shrink-0 low:min-h-touch! xl:min-h-touch! max-[22rem]:px-3.5! sm:min-w-24",
            isCompact ? "max-sm:px-3.5!" : "min-[22rem]:min-w-24",
          ),
        )}
      >
        {phaseEndsAt === undefined ? (
          <>
            <Hourglass aria-hidden="true" className="size-4.5" />
            <span className={isCompact ? "max-sm:sr-only" : "max-[22rem]:sr-only"}>{t("open")}</span>
          </>
        ) : (
          <span className="grid justify-items-center leading-tight">
            <span className="sr-only">{t("change")}</span>
            <Timer key={phaseEndsAt} endsAt={phaseEndsAt} className="text-lg" />
            {timerCloses && <span className="text-xs font-normal text-ink-soft">{t("closesNow")}</span>}
          </span>
        )}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner sideOffset={8} align="end" collisionPadding={12} className="z-50">
          <Popover.Popup className="w-[min(22rem,calc(100vw-1.5rem))] rounded-card border border-line bg-surface p-4 text-ink shadow-float outline-none">
            <Popover.Title className="mb-3 font-serif text-xl">{t("title")}</Popover.Title>
            <TimerPanel
              snapshot={snapshot}
              settings={settings}
              simulated={simulated}
              onDone={() => setOpen(false)}
            />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
