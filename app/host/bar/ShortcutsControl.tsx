"use client";
import { Popover } from "@base-ui/react/popover";
import { useTranslations } from "next-intl";
import { useCommands } from "#app/host/commands.tsx";
import type { Shortcut } from "#app/host/keys/host-shortcuts.ts";
import { Toggle } from "#app/host/session/Toggle.tsx";
import { useJoined } from "#app/i18n/use-joined.ts";
import { Keyboard } from "#app/icons/icons.ts";
import { buttonLook } from "#app/shared/button-looks.ts";
import { switchShortcuts, useShortcutsOn } from "#app/shared/shortcuts.ts";

/** `mayReturn`: [P3] whether the class can go back from its results. */
type ShortcutsControlProps = { isRevealing: boolean; mayReturn: boolean };

/** [P9] Which keys do what, and the switch that stops them. Where there is hardly a keyboard, not in the way. */
export function ShortcutsControl({ isRevealing, mayReturn }: ShortcutsControlProps) {
  const t = useTranslations("host.shortcuts");
  const { may } = useCommands();
  const { sentences } = useJoined();
  const isOn = useShortcutsOn();
  const keys = [
    ...(may("host:phase") ? (["next", "back"] as const) : []),
    ...(may("host:wall") ? (["blank"] as const) : []),
  ];
  const does = (key: Shortcut) => {
    if (!isRevealing || key === "blank") return `does.${key}` as const;
    return key === "back" && !mayReturn ? "reveals.backOnly" : (`reveals.${key}` as const);
  };
  return (
    <Popover.Root>
      <Popover.Trigger className={buttonLook("quiet", "normal", "shrink-0 max-sm:hidden")}>
        <Keyboard aria-hidden="true" className="size-4.5" />
        {isOn ? t("open") : t("openOff")}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner sideOffset={8} align="end" collisionPadding={12} className="z-50">
          <Popover.Popup className="grid w-[min(24rem,calc(100vw-1.5rem))] gap-4 rounded-card border border-line bg-surface p-4 text-ink shadow-float outline-none">
            <Popover.Title className="font-serif text-xl">{t("title")}</Popover.Title>
            <dl className="grid grid-cols-[auto_minmax(0,1fr)] items-baseline gap-x-4 gap-y-2">
              {keys.map((key) => (
                <div key={key} className="contents">
                  <dt className="font-semibold">{t(`keys.${key}`)}</dt>
                  <dd className="text-sm text-ink-soft">{t(does(key))}</dd>
                </div>
              ))}
            </dl>
            <p className="text-sm text-ink-soft">{sentences(t("when"), may("host:step") && t("onWall"))}</p>
            <Toggle
              icon={Keyboard}
              label={t("switch")}
              hint={t("switchHint")}
              checked={isOn}
              onChange={async (on) => switchShortcuts(on)}
            />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
