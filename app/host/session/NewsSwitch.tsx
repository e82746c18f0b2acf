"use client";
import { useTranslations } from "next-intl";
import { Toggle } from "#app/host/session/Toggle.tsx";
import { BellRing } from "#app/icons/icons.ts";
import { useNewsSwitch } from "#app/shared/notices/announce.ts";

/** [F2] Whether a screen reader hears news here. */
export function NewsSwitch() {
  const t = useTranslations("host.announce");
  const [isOn, turn] = useNewsSwitch();
  return (
    <Toggle
      icon={BellRing}
      label={t("switch")}
      hint={t("hint")}
      checked={isOn}
      onChange={async (on) => turn(on)}
    />
  );
}
