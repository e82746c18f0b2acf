"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useJoined } from "#app/i18n/use-joined.ts";
import { classNames } from "#app/shared/class-names.ts";
import { FieldError } from "#app/shared/controls/FieldError.tsx";

type Option = { value: string; label: ReactNode; spoken?: string };

type RadioRowProps = {
  name: string;
  legend: ReactNode;
  options: readonly Option[];
  value: string | null;
  onChoose: (value: string) => void;
  /** Words under the first and the last. */
  ends?: readonly [string, string];
  /** Shows "optional" beside the question. */
  optional?: boolean;
  error?: string | undefined;
};

/** A few answers side by side, one at a time; native radio buttons underneath. */
export function RadioRow({
  name,
  legend,
  options,
  value,
  onChoose,
  ends,
  optional = false,
  error,
}: RadioRowProps) {
  const t = useTranslations("shared");
  const { list } = useJoined();
  const errorId = `${name}-error`;
  return (
    <fieldset className="grid min-w-0 grid-cols-1 gap-2" aria-describedby={error ? errorId : undefined}>
      <legend className="mb-2 flex w-full items-baseline justify-between gap-x-3 font-semibold">
        <span className="min-w-0">{legend}</span>
        {optional && <span className="shrink-0 text-sm font-normal text-ink-soft">{t("optional")}</span>}
      </legend>
      <div className="flex flex-wrap gap-2">
        {options.map((option) => (
          <label
            key={option.value}
            className={classNames(
              "relative grid min-h-touch min-w-min flex-1 short:basis-auto cursor-pointer place-items-center rounded-control border px-1 py-2 text-center font-semibold",
              "has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus",
              value === option.value
                ? "border-ink bg-ink text-paper"
                : "border-line-strong bg-surface text-ink hover:bg-sunken",
            )}
          >
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={value === option.value}
              data-invalid={error ? true : undefined}
              onChange={() => onChoose(option.value)}
              aria-label={option.spoken && list(option.value, option.spoken)}
              className="absolute inset-0 size-full cursor-pointer appearance-none opacity-0"
            />
            <span aria-hidden={option.spoken ? true : undefined} className="leading-tight">
              {option.label}
            </span>
          </label>
        ))}
      </div>
      {ends && (
        <div aria-hidden="true" className="flex justify-between gap-4 text-xs text-ink-soft">
          {ends.map((end) => (
            <span key={end}>{end}</span>
          ))}
        </div>
      )}
      {error && <FieldError id={errorId}>{error}</FieldError>}
    </fieldset>
  );
}
