"use client";
import { Switch } from "@base-ui/react/switch";
import { useTranslations } from "next-intl";
import { useCommands } from "#app/host/commands.tsx";
import { usePending } from "#app/host/use-pending.ts";

/** [R13] Whether new rebuttals wait for approval: in sight, since it is wanted in a hurry. */
export function ApprovalSwitch({ on }: { on: boolean }) {
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
