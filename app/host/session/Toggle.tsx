"use client";
import { Switch } from "@base-ui/react/switch";
import { usePending } from "#app/host/use-pending.ts";
import type { Icon } from "#app/icons/make-icon.tsx";

type ToggleProps = {
  icon?: Icon;
  label: string;
  hint: string;
  checked: boolean;
  onChange: (checked: boolean) => Promise<unknown>;
};

/** Something about the session that is on or off. */
export function Toggle({ icon: Icon, label, hint, checked, onChange }: ToggleProps) {
  const [isPending, run] = usePending();
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the switch inside is its control.
    <label className="flex min-h-touch items-center gap-3">
      {Icon && <Icon aria-hidden="true" className="size-5 shrink-0 text-ink-soft" />}
      <span className="flex-1 leading-tight">
        <span className="block font-semibold">{label}</span>
        <span className="block text-sm text-ink-soft">{hint}</span>
      </span>
      <Switch.Root
        checked={checked}
        disabled={isPending}
        onCheckedChange={(next) => void run(() => onChange(next))}
        className="relative inline-flex h-8 w-14 shrink-0 items-center rounded-full border border-line-strong bg-sunken p-1 transition-colors data-checked:border-ink data-checked:bg-ink"
      >
        <Switch.Thumb className="size-6 rounded-full bg-ink transition-transform data-checked:translate-x-[1.4rem] data-checked:bg-paper" />
      </Switch.Root>
    </label>
  );
}
