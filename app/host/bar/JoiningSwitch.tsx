"use client";
import { Switch } from "@base-ui/react/switch";
import { useTranslations } from "next-intl";
import { useCommands } from "#app/host/commands.tsx";
import { usePending } from "#app/host/use-pending.ts";
import { DoorClosed, DoorOpen } from "#app/icons/icons.ts";

/** [H13] Stops new people joining: beside the code, since someone unexpected may join at any moment. */
export function JoiningSwitch({ locked }: { locked: boolean }) {
  const t = useTranslations("host.joining");
  const { lock, may } = useCommands();
  const [isPending, run] = usePending();
  const Icon = locked ? DoorClosed : DoorOpen;
  if (!may("host:lock")) return null;
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the switch inside is its control.
    <label
      data-joining
      title={t(locked ? "lockHint" : "open")}
      className="flex min-h-touch shrink-0 cursor-pointer items-center gap-2 rounded-control px-1 text-sm leading-tight font-semibold hover:bg-sunken"
    >
      <Icon aria-hidden="true" className="size-5 shrink-0 text-ink-soft xl:hidden" />
      <span className="max-xl:sr-only">{t("lock")}</span>
      <Switch.Root
        checked={locked}
        disabled={isPending}
        onCheckedChange={(next) => void run(() => lock(next))}
        className="relative inline-flex h-7 w-12 shrink-0 items-center rounded-full border border-line-strong bg-sunken p-1 transition-colors data-checked:border-ink data-checked:bg-ink"
      >
        <Switch.Thumb className="size-5 rounded-full bg-ink transition-transform data-checked:translate-x-[1.15rem] data-checked:bg-paper" />
      </Switch.Root>
    </label>
  );
}
