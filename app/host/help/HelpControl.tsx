"use client";
import { Popover } from "@base-ui/react/popover";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { startTour } from "#app/host/help/tour-store.ts";
import { STEPS_REVEAL } from "#app/host/keys/use-shortcut.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { buttonStyle } from "#app/shared/controls/button-styles.ts";
import { GuideLink } from "#app/shared/links/GuideLink.tsx";
import type { Phase } from "#debate/rules/phase-order.ts";

/** [H5] What happens in this phase and what to do, with the ways to the tour and the guide. */
export function HelpControl({ phase }: { phase: Phase }) {
  const t = useTranslations("host.help");
  const phases = useTranslations("phases");
  const [open, setOpen] = useState(false);
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger
        id="help"
        aria-label={t("open")}
        className={buttonStyle("quiet", "normal", "touch mr-2 shrink-0 px-2! 2xl:mr-4")}
      >
        <span
          aria-hidden="true"
          title={t("open")}
          className="grid size-6 place-items-center rounded-full border-2 border-ink-soft text-sm font-bold"
        >
          ?
        </span>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner sideOffset={8} align="end" collisionPadding={12} className="z-50">
          <Popover.Popup
            {...STEPS_REVEAL}
            className="grid w-[min(24rem,calc(100vw-1.5rem))] gap-3 rounded-card border border-line bg-surface p-4 text-ink shadow-float outline-none"
          >
            <Popover.Title className="font-serif text-xl">{phases(`${phase}.name`)}</Popover.Title>
            <Popover.Description className="text-pretty">{t(`phases.${phase}`)}</Popover.Description>
            <div className="flex flex-wrap items-center gap-x-4 gap-y-1 border-t border-line pt-3">
              <Button
                size="small"
                onClick={() => {
                  setOpen(false);
                  startTour();
                }}
              >
                {t("takeTour")}
              </Button>
              <GuideLink newTab />
            </div>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
