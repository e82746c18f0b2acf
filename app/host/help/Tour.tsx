"use client";
import { Popover } from "@base-ui/react/popover";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { endTour } from "#app/host/help/tour-store.ts";
import { STEPS_REVEAL } from "#app/host/keys/use-shortcut.ts";
import { Button } from "#app/shared/controls/Button.tsx";

/** In the order of a lesson. Each is beside what it is about, which `data-tour` names. */
const STOPS = ["code", "phases", "next", "wall", "people", "class", "help"] as const;
type Stop = (typeof STOPS)[number];

/** What a stop points at: the first part of an aside that is taller than half the window, or has no box of its own. */
function anchorOf(stop: Stop): HTMLElement | null {
  let place = document.querySelector<HTMLElement>(stop === "help" ? "#help" : `[data-tour=${stop}]`);
  while (place && (isTall(place) || getComputedStyle(place).display === "contents")) {
    const [first] = place.children;
    if (!(first instanceof HTMLElement)) break;
    place = first;
  }
  return place && place.getClientRects().length > 0 ? place : null;
}

const isTall = (place: HTMLElement): boolean => place.offsetHeight > window.innerHeight / 2;

/**
 * Gives the focus to "?". The popover does so too, but not once the focus has left it for the page, which can be used meanwhile.
 */
function end(): void {
  endTour();
  document.getElementById("help")?.focus({ preventScroll: true });
}

/** [H5] A popover from one control to the next. The page can be used meanwhile; Escape ends it. */
export function Tour() {
  const t = useTranslations("host.help.tour");
  // Without what this phase or role does not show.
  const [stops] = useState(() => STOPS.filter((stop) => anchorOf(stop) !== null));
  const [at, setAt] = useState(0);
  const onward = useRef<HTMLButtonElement>(null);
  const stop = stops[at];
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  useEffect(() => {
    const place = stop ? anchorOf(stop) : null;
    setAnchor(place);
    if (!place) return;
    place.scrollIntoView({ block: "center" });
    place.dataset.toured = "";
    return () => {
      delete place.dataset.toured;
    };
  }, [stop]);
  if (!stop) return null;
  const isLast = at === stops.length - 1;
  return (
    <Popover.Root
      open
      onOpenChange={(_, { reason }) => {
        // The teacher may use the explained control.
        if (reason === "escape-key" || reason === "close-press") end();
      }}
    >
      <Popover.Portal>
        <Popover.Positioner anchor={anchor} sideOffset={12} collisionPadding={12} className="z-50">
          <Popover.Popup
            {...STEPS_REVEAL}
            data-uncovered
            initialFocus={onward}
            finalFocus={false}
            className="grid w-[min(22rem,calc(100vw-1.5rem))] grid-cols-1 gap-3 rounded-card border-2 border-ink bg-surface p-4 text-ink shadow-float outline-none"
          >
            <div aria-live="polite" className="grid gap-1">
              <p className="text-sm text-ink-soft tabular-nums">
                {t("place", { at: at + 1, count: stops.length })}
              </p>
              <Popover.Title className="font-serif text-xl">{t(`stops.${stop}.title`)}</Popover.Title>
              <Popover.Description className="text-sm text-pretty">
                {t(`stops.${stop}.body`)}
              </Popover.Description>
            </div>
            <div className="flex flex-wrap items-center gap-2 whitespace-nowrap">
              {!isLast && (
                <Popover.Close render={<Button variant="quiet" className="-ml-3 px-3!" />}>
                  {t("skip")}
                </Popover.Close>
              )}
              {at > 0 && (
                <Button className="ml-auto" onClick={() => setAt(at - 1)}>
                  {t("back")}
                </Button>
              )}
              <Button
                ref={onward}
                variant="primary"
                className={at > 0 ? "" : "ml-auto"}
                onClick={() => (isLast ? end() : setAt(at + 1))}
              >
                {isLast ? t("done") : t("next")}
              </Button>
            </div>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
