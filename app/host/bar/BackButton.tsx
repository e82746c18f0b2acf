"use client";
import { useTranslations } from "next-intl";
import { useCommands } from "#app/host/commands.tsx";
import { keysOf } from "#app/host/keys/host-shortcuts.ts";
import { STEPS_REVEAL, useShortcut } from "#app/host/keys/use-shortcut.ts";
import { usePending } from "#app/host/use-pending.ts";
import { ArrowLeft } from "#app/icons/icons.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { useShortcuts } from "#app/shared/controls/shortcuts.ts";
import type { RevealPlace } from "#app/shared/wall/reveal-place.ts";

/** [V15] Back one step of the reveal, without a question. At its start it stays where it is, so that nothing jumps. */
export function BackButton({ reveal: { back } }: { reveal: RevealPlace }) {
  const t = useTranslations("host.reveal");
  const steps = useTranslations("steps");
  const { step } = useCommands();
  const isOn = useShortcuts()("back");
  const [isPending, run] = usePending();
  const press = back && !isPending ? () => void run(() => step(back)) : null;
  useShortcut("back", press);
  const label = back ? t("backTo", { step: steps(`${back}.name`) }) : t("back");
  return (
    <Button
      {...STEPS_REVEAL}
      aria-label={label}
      pending={isPending}
      aria-disabled={!back || undefined}
      onClick={() => press?.()}
      className="min-h-14! shrink-0 low:min-h-touch! max-[360px]:px-3"
      {...(isOn && back && { "aria-keyshortcuts": keysOf("back"), title: t("backKey", { label }) })}
    >
      <ArrowLeft aria-hidden="true" className="size-5 shrink-0" />
      <span className="max-[360px]:hidden">{t("back")}</span>
    </Button>
  );
}
