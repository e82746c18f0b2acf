"use client";
import { Switch } from "@base-ui/react/switch";
import { useId } from "react";
import { classNames } from "#app/shared/class-names.ts";

type SwitchRowProps = {
  label: string;
  /** How long it takes, in words. */
  time?: string;
  hint: string;
  /** [H11] Why this can't be chosen beside the rest; shown in place of the hint. */
  excluded?: string | false;
  /** [H12] What set it, where that was not this form. */
  note?: string | null;
  checked: boolean;
  onChange: (checked: boolean) => void;
};

export function SwitchRow(props: SwitchRowProps) {
  const { label, time, hint, excluded = false, note, checked, onChange } = props;
  const id = useId();
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: Base UI's control inside renders the input
    <label className="grid min-h-touch cursor-pointer has-data-disabled:cursor-not-allowed grid-cols-[minmax(0,1fr)_auto] items-start gap-x-4 border-t border-line py-3 first:border-t-0 sm:nth-2:border-t-0">
      <span className="flex flex-wrap items-baseline justify-between gap-x-3">
        <span className={classNames("font-medium", excluded && "text-ink-soft")}>{label}</span>
        {time && (
          <span id={`${id}-time`} className="text-sm text-ink-soft">
            {time}
          </span>
        )}
      </span>
      <Switch.Root
        checked={checked}
        disabled={excluded !== false}
        onCheckedChange={onChange}
        aria-label={label}
        aria-describedby={time ? `${id}-time ${id}-hint` : `${id}-hint`}
        className="sm:row-span-2 mt-1 flex h-7 w-12 rounded-full border-2 border-line-strong bg-surface p-0.5 transition-colors data-checked:border-ink data-checked:bg-ink data-disabled:border-dashed data-disabled:opacity-60"
      >
        <Switch.Thumb className="aspect-square h-full rounded-full bg-line-strong transition-transform duration-150 data-checked:translate-x-5 data-checked:bg-paper" />
      </Switch.Root>
      <span
        id={`${id}-hint`}
        className="col-span-2 text-sm text-ink-soft text-pretty sm:col-span-1 sm:col-start-1 sm:row-start-2"
      >
        {excluded || hint}
        {note && <span className="mt-1 block font-semibold text-warn">{note}</span>}
      </span>
    </label>
  );
}
