"use client";
import { type SubmitEvent, useState } from "react";

/** Which fields need another look, and words for each; `form` is what concerns none of them. */
export type Errors<Field extends string> = Partial<Record<Field | "form", string>>;

/**
 * A form that is sent by script: values in, errors out, the first wrong field focused. `send` gives null when all
 * went well and the page is about to change; the form stays pending then.
 */
export function useSubmission<Field extends string>(
  fields: readonly Field[],
  send: (values: Record<Field, string>) => Promise<Errors<Field> | null>,
) {
  const [errors, setErrors] = useState<Errors<Field>>({});
  const [pending, setPending] = useState(false);
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (pending) return;
    const form = event.currentTarget;
    const data = new FormData(form);
    setPending(true);
    setErrors({});
    const found = await send(
      Object.fromEntries(fields.map((field) => [field, String(data.get(field) ?? "")])) as Record<
        Field,
        string
      >,
    );
    if (found === null) return;
    setPending(false);
    setErrors(found);
    const wrong = fields.find((field) => found[field]);
    if (wrong) form.querySelector<HTMLElement>(`#${wrong}`)?.focus();
  };
  return { errors, pending, submit };
}
