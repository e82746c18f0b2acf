"use client";

import { Switch } from "@base-ui/react/switch";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ShortcutsControl } from "#app/host/bar/ShortcutsControl.tsx";
import { useCommands } from "#app/host/commands.tsx";
import { keysOf } from "#app/host/keys/host-shortcuts.ts";
import { STEPS_REVEAL, useShortcut } from "#app/host/keys/use-shortcut.ts";
import { ATTENTION } from "#app/host/moderation/NeedsAttention.tsx";
import { countElsewhere, waitingElsewhere } from "#app/host/moderation/waiting-elsewhere.ts";
import { usePending } from "#app/host/use-pending.ts";
import { useWallNames } from "#app/host/use-wall-names.ts";
import { BellRing, MonitorOff } from "#app/icons/icons.ts";
import { classNames } from "#app/shared/class-names.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { useShortcuts } from "#app/shared/controls/shortcuts.ts";
import { inSentence } from "#app/shared/text/in-sentence.tsx";
import { rebuttalOnWall } from "#app/shared/wall/rebuttals-on-wall.ts";
import type { RevealPlace } from "#app/shared/wall/reveal-place.ts";
import { withoutReadings } from "#debate/content/readings.ts";
import { isClosed, isShut } from "#debate/rules/phases.ts";
import type { Settings } from "#debate/rules/settings.ts";
import type { Rebuttal, Snapshot } from "#debate/rules/snapshot.ts";

/** [V32] On a phone what waits for the host is somewhere above: this leads there from the foot. */
function AttentionButton({ count }: { count: number }) {
  const t = useTranslations("host.needs");
  if (count === 0) return null;
  const show = () => {
    const heading = document.getElementById(ATTENTION);
    heading?.closest("section")?.scrollIntoView({ block: "start" });
    heading?.focus({ preventScroll: true });
  };
  return (
    <Button
      onClick={show}
      aria-label={t("waiting", { count })}
      className="shrink-0 border-warn! bg-warn-wash! px-2! text-warn! max-[22rem]:gap-1 tabular-nums sm:hidden!"
    >
      <BellRing aria-hidden="true" className="size-4.5" />
      {count}
    </Button>
  );
}

/** [R13] Whether new rebuttals wait for approval: in sight, since it is wanted in a hurry. */
function ApprovalSwitch({ on }: { on: boolean }) {
  const t = useTranslations("host.approveFirst");
  const { approveFirst } = useCommands();
  const [isPending, run] = usePending();
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the switch inside is its control.
    <label
      title={t(on ? "on" : "off")}
      className="flex min-h-touch shrink-0 cursor-pointer items-center justify-between gap-2 rounded-control border border-line-strong bg-surface px-2.5 text-sm leading-tight font-semibold whitespace-nowrap short:shrink short:whitespace-normal hover:bg-sunken max-[22rem]:gap-1 max-[22rem]:px-1.5 max-sm:flex-1 sm:px-3 sm:text-base xl:min-h-10 xl:max-2xl:text-sm"
    >
      {t("short")}
      <Switch.Root
        checked={on}
        disabled={isPending}
        onCheckedChange={(next) => void run(() => approveFirst(next))}
        className="relative inline-flex h-7 w-12 shrink-0 items-center rounded-full border border-line-strong bg-sunken p-1 transition-colors data-checked:border-ink data-checked:bg-ink"
      >
        <Switch.Thumb className="size-5 rounded-full bg-ink transition-transform data-checked:translate-x-[1.15rem] data-checked:bg-paper" />
      </Switch.Root>
    </label>
  );
}

type WallBarProps = {
  settings: Settings;
  snapshot: Snapshot;
  reveal: RevealPlace | null;
  rebuttals: ReadonlyMap<string, Rebuttal>;
};

/** Says what the wall shows, with two switches: blank, and approve first. */
export function WallBar({ settings, snapshot, reveal, rebuttals }: WallBarProps) {
  const t = useTranslations("host.wall");
  const waiting = (snapshot.queue ?? 0) + countElsewhere(waitingElsewhere(snapshot));
  return (
    <section
      data-tour="wall"
      aria-label={t("label")}
      className="flex w-full flex-wrap items-center gap-2 max-[22rem]:gap-1 sm:order-last sm:flex-nowrap sm:gap-4 sm:border-t sm:border-line sm:py-1.5 xl:order-2 xl:w-auto xl:min-w-0 xl:gap-2 xl:border-0 xl:py-0"
    >
      <OnTheWall settings={settings} snapshot={snapshot} reveal={reveal} rebuttals={rebuttals} />
      <AttentionButton count={waiting} />
      {!isClosed(snapshot.phase) && <ApprovalSwitch on={snapshot.approveFirst ?? false} />}
      <BlankButton isBlank={snapshot.wall === "blank"} isCrowded={waiting > 0} />
      <ShortcutsControl isRevealing={reveal !== null} mayReturn={settings.identity !== "anonymous"} />
    </section>
  );
}

function OnTheWall(props: WallBarProps) {
  const t = useTranslations("host.wall");
  const { showOnWall } = useCommands();
  const [isPending, run] = usePending();
  const picked = usePicked(props);
  const shown = useUsuallyShown(props);
  return (
    <div
      className={classNames(
        "min-w-0 items-center gap-2 text-sm max-sm:w-full sm:flex sm:flex-1 xl:max-w-80",
        // On a phone, and beside the phases, only what the host put there: the preview shows the rest.
        picked ? "flex" : "hidden xl:hidden",
      )}
    >
      <p className="min-w-0 truncate">
        <span className="text-ink-soft">{t("now")}</span>{" "}
        <span className="font-semibold">{picked ?? shown}</span>
      </p>
      {picked && props.snapshot.wall !== "blank" && (
        <Button
          {...STEPS_REVEAL}
          size="small"
          className="shrink-0"
          pending={isPending}
          onClick={() => run(() => showOnWall(null))}
        >
          {t("takeOff")}
        </Button>
      )}
    </div>
  );
}

/** What host or assistant put on the wall, in words. */
function usePicked({ snapshot, rebuttals }: WallBarProps): ReactNode {
  const t = useTranslations("host.wall");
  const nameOf = useWallNames();
  const { wall } = snapshot;
  const written = snapshot.wallWords?.text ?? rebuttalOnWall({ snapshot, rebuttals })?.body;
  if (wall === undefined) return null;
  const isWritten =
    written !== undefined &&
    typeof wall !== "string" &&
    !("paragraph" in wall || "chart" in wall || "picture" in wall);
  return isWritten
    ? t.rich("quoted", { words: inSentence(withoutReadings(written)) })
    : nameOf(wall, written);
}

/** What the wall shows by default, when the host has put nothing on it. */
function useUsuallyShown({ snapshot: { phase }, reveal }: WallBarProps): string {
  const phases = useTranslations("phases");
  const steps = useTranslations("steps");
  const thanks = useTranslations("screen.closed");
  if (isShut(phase)) return thanks("title");
  return reveal ? steps(`${reveal.now}.name`) : phases(`${phase}.name`);
}

/** `isCrowded`: on a phone there is room for its short name only, beside what waits for the host. */
function BlankButton({ isBlank, isCrowded }: { isBlank: boolean; isCrowded: boolean }) {
  const t = useTranslations("host.wall");
  const { showOnWall } = useCommands();
  const [isPending, run] = usePending();
  const isOn = useShortcuts()("blank");
  // A second press before the first shows asks for the same; one before the first is answered may already ask for the other.
  const press = () => void run(() => showOnWall(isBlank ? null : "blank"));
  useShortcut("blank", press);
  return (
    <Button
      {...STEPS_REVEAL}
      variant={isBlank ? "primary" : "secondary"}
      aria-pressed={isBlank}
      pending={isPending}
      onClick={press}
      aria-label={t("blankButton")}
      className="whitespace-nowrap max-sm:flex-1 max-sm:px-2.5! max-sm:text-sm! xl:min-h-10! xl:max-2xl:text-sm!"
      {...(isOn && { "aria-keyshortcuts": keysOf("blank"), title: t("key") })}
    >
      <MonitorOff aria-hidden="true" className={classNames("size-4.5", isCrowded && "max-[22rem]:hidden")} />
      <span className={isCrowded ? "sm:hidden" : "min-[390px]:hidden"}>{t("blankShort")}</span>
      <span className={isCrowded ? "max-sm:hidden" : "max-[390px]:hidden"}>{t("blankButton")}</span>
    </Button>
  );
}
