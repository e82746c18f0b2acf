"use client";
import type { ComponentProps } from "react";
import { useEditor } from "#app/instructor/editor/context.ts";
import { Remarks } from "#app/instructor/editor/Remarks.tsx";
import { Field } from "#app/shared/controls/Field.tsx";
import { useContentLanguage } from "#app/shared/text/Written.tsx";

type EditedFieldProps = Pick<
  ComponentProps<typeof Field>,
  | "label"
  | "hint"
  | "optional"
  | "limit"
  | "multiline"
  | "className"
  | "inputMode"
  | "autoComplete"
  | "placeholder"
> & { id: string; value: string; onText: (text: string) => void; onLeave?: () => void };

/** A field of the editor with its error, and with the import's remarks about it. */
export function EditedField({ id, onText, onLeave, className, value, limit, ...field }: EditedFieldProps) {
  const { errors } = useEditor();
  const lang = useContentLanguage();
  // Announce the characters left only near the limit.
  const error = errors.get(id);
  const near = limit !== undefined && value.length > limit * 0.8 && error === undefined;
  return (
    <div className={className}>
      <Field
        {...(field as ComponentProps<typeof Field>)}
        id={id}
        dir="auto"
        lang={lang}
        value={value}
        error={error}
        onChange={(event: { target: { value: string } }) => onText(event.target.value)}
        onBlur={onLeave}
        {...(near ? { limit } : {})}
      />
      <div className="mt-2 empty:hidden">
        <Remarks at={id} />
      </div>
    </div>
  );
}
