"use client";

import { useTranslations } from "next-intl";
import { type ComponentProps, type ReactNode, useId, useState } from "react";
import { classNames } from "#app/shared/class-names.ts";
import { FieldError } from "#app/shared/controls/FieldError.tsx";
import { useTypedEarly } from "#app/shared/controls/use-typed-early.ts";

type FieldProps = {
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  /** Shows "optional" beside the label. */
  optional?: boolean;
  /** The most characters; shows how many are left, in characters as people count them. */
  limit?: number;
  className?: string;
} & (
  | ({ multiline?: false } & Omit<ComponentProps<"input">, "className">)
  | ({ multiline: true } & Omit<ComponentProps<"textarea">, "className">)
);

/**
 * A label with its input or textarea, hint, error and how many characters are left. The limit never cuts
 * typed or pasted text: it says how much too long the text is.
 */
export function Field({ label, hint, error, optional, limit, className, ...control }: FieldProps) {
  const t = useTranslations("shared");
  const made = useId();
  const id = control.id ?? made;
  const [typed, setTyped] = useState(String(control.defaultValue ?? ""));
  const text = control.value === undefined ? typed : String(control.value);
  useTypedEarly(id, text, (field) => {
    setTyped(field.value);
    (control.onChange as ((event: { target: typeof field }) => void) | undefined)?.({ target: field });
  });
  const left = limit === undefined ? 0 : limit - [...text].length;
  const described = [hint && `${id}-hint`, error && `${id}-error`, limit && `${id}-left`]
    .filter(Boolean)
    .join(" ");
  const shared = {
    id,
    "aria-describedby": described || undefined,
    "aria-invalid": error || left < 0 ? true : undefined,
    className: classNames(
      "w-full rounded-control border bg-surface px-3.5 text-base text-ink placeholder:text-ink-soft",
      "disabled:bg-sunken disabled:text-ink-soft",
      error || left < 0 ? "border-2 border-danger" : "border-line-strong",
    ),
  };
  return (
    <div className={classNames("grid gap-1.5", className)}>
      <label htmlFor={id} className="flex items-baseline justify-between gap-x-3 font-semibold">
        <span className="min-w-0">{label}</span>
        {optional && <span className="shrink-0 text-sm font-normal text-ink-soft">{t("optional")}</span>}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="text-sm text-ink-soft">
          {hint}
        </p>
      )}
      <Control control={control} shared={shared} onText={setTyped} />
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1 text-sm empty:hidden">
        {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
        {limit !== undefined && (
          <p
            id={`${id}-left`}
            className={classNames(
              "ml-auto tabular-nums",
              left < 0 ? "font-semibold text-danger" : "text-ink-soft",
            )}
          >
            {left < 0 ? t("charactersOver", { count: -left }) : t("charactersLeft", { count: left })}
          </p>
        )}
      </div>
    </div>
  );
}

type ControlProps = {
  control: { multiline?: boolean | undefined };
  shared: { className: string };
  onText: (text: string) => void;
};

function Control({ control, shared, onText }: ControlProps) {
  if (control.multiline) {
    const { multiline, onChange, ...rest } = control as { multiline: true } & ComponentProps<"textarea">;
    return (
      <textarea
        rows={4}
        {...rest}
        {...shared}
        className={classNames(
          shared.className,
          "field-sizing-content min-h-28 py-3 short:min-h-20 leading-relaxed",
        )}
        onChange={(event) => {
          onText(event.target.value);
          onChange?.(event);
        }}
      />
    );
  }
  const { multiline, onChange, ...rest } = control as { multiline?: false } & ComponentProps<"input">;
  return (
    <input
      type="text"
      {...rest}
      {...shared}
      className={classNames(shared.className, "min-h-touch")}
      onChange={(event) => {
        onText(event.target.value);
        onChange?.(event);
      }}
    />
  );
}
