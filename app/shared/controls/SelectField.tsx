"use client";
import { useTranslations } from "next-intl";
import { type ChangeEvent, type ReactNode, useId } from "react";

type SelectFieldProps = {
  label: ReactNode;
  hint?: ReactNode;
  /** Shows "optional" beside the label. */
  optional?: boolean;
  /** Then the hint says why. */
  disabled?: boolean;
  /** The options. */
  children: ReactNode;
} & (
  | { value: string; onChange: (value: string) => void }
  /** A field of a form, which keeps what was chosen before the script has run. */
  | { name: string; defaultValue: string }
);

/** A label with a choice among a few, and a hint below. */
export function SelectField({
  label,
  hint,
  optional,
  disabled = false,
  children,
  ...control
}: SelectFieldProps) {
  const t = useTranslations("shared");
  const id = useId();
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="flex items-baseline justify-between gap-x-3 font-semibold">
        <span className="min-w-0">{label}</span>
        {optional && <span className="shrink-0 text-sm font-normal text-ink-soft">{t("optional")}</span>}
      </label>
      <select
        id={id}
        disabled={disabled}
        {...("value" in control
          ? {
              value: control.value,
              onChange: ({ target }: ChangeEvent<HTMLSelectElement>) => control.onChange(target.value),
            }
          : control)}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className="min-h-touch w-full min-w-0 rounded-control border border-line-strong bg-surface px-3 text-base text-ink disabled:cursor-not-allowed disabled:border-dashed disabled:text-ink-soft"
      >
        {children}
      </select>
      {hint && (
        <p id={`${id}-hint`} className="text-sm text-ink-soft text-pretty">
          {hint}
        </p>
      )}
    </div>
  );
}
