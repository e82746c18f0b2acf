"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useCommands } from "#app/host/commands.tsx";
import { keysOf } from "#app/host/keys/host-shortcuts.ts";
import { useShortcut } from "#app/host/keys/use-shortcut.ts";
import { Toggle } from "#app/host/session/Toggle.tsx";
import { Keyboard } from "#app/icons/icons.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Dialog } from "#app/shared/controls/Dialog.tsx";
import { SHORTCUTS, type Shortcut, switchShortcuts, useShortcuts } from "#app/shared/controls/shortcuts.ts";

/** `mayReturn`: [P3] whether the class can go back from its results. */
type ShortcutsControlProps = { isRevealing: boolean; mayReturn: boolean };

/** [P9] [V25] Which keys do what here and on the projector, and a switch for each. Where there is hardly a keyboard, not in the way. */
export function ShortcutsControl({ isRevealing, mayReturn }: ShortcutsControlProps) {
  const t = useTranslations("host.shortcuts");
  const { may } = useCommands();
  const works = useShortcuts();
  const [isOpen, setOpen] = useState(false);
  useShortcut("help", () => setOpen(true));
  const here: Shortcut[] = [
    ...(may("host:phase") ? (["next", "back"] as const) : []),
    ...(may("host:wall") ? (["blank"] as const) : []),
    "help",
  ];
  const does = (key: Shortcut) => {
    if (!isRevealing || (key !== "next" && key !== "back")) return `does.${key}` as const;
    return key === "back" && !mayReturn ? "reveals.backOnly" : (`reveals.${key}` as const);
  };
  const isAnyOn = SHORTCUTS.some(works);
  const rows = (keys: readonly Shortcut[]) => (
    <ul className="grid">
      {keys.map((key) => (
        <li key={key}>
          <Toggle
            label={t(`keys.${key}`)}
            hint={t(does(key))}
            checked={works(key)}
            onChange={async (on) => switchShortcuts(on, [key])}
          />
        </li>
      ))}
    </ul>
  );
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setOpen}
      title={t("title")}
      description={t("needed")}
      trigger={
        <Button
          variant="quiet"
          className="shrink-0 max-sm:hidden xl:min-h-10! xl:max-2xl:px-2.5!"
          title={isAnyOn ? t("open") : t("openOff")}
          {...(works("help") && { "aria-keyshortcuts": keysOf("help") })}
        >
          <Keyboard aria-hidden="true" className="size-4.5" />
          <span className="xl:max-2xl:sr-only">{isAnyOn ? t("open") : t("openOff")}</span>
        </Button>
      }
    >
      <div className="grid gap-4">
        <Toggle
          icon={Keyboard}
          label={t("switch")}
          hint={t("switchHint")}
          checked={isAnyOn}
          onChange={async (on) => switchShortcuts(on)}
        />
        <section className="grid gap-1 border-t border-line pt-3">
          <h3 className="eyebrow text-ink-soft">{t("here")}</h3>
          {rows(here)}
        </section>
        <section className="grid gap-1 border-t border-line pt-3">
          <h3 className="eyebrow text-ink-soft">{t("wall")}</h3>
          {rows(["pages", "fullScreen"])}
          {may("host:step") && <p className="text-sm text-ink-soft">{t("onWall")}</p>}
        </section>
        <p className="text-sm text-ink-soft">{t("when")}</p>
      </div>
    </Dialog>
  );
}
