import type { ReactNode } from "react";
import { CircleAlert } from "#app/icons/icons.ts";

type FieldErrorProps = {
  /** What the field's `aria-describedby` names. */
  id?: string;
  children: ReactNode;
};

/** A field's error, below it: marked by more than its color. */
export function FieldError({ id, children }: FieldErrorProps) {
  return (
    <p id={id} role="alert" className="flex items-start gap-1.5 text-sm font-medium text-danger">
      <CircleAlert aria-hidden="true" className="mt-0.5 size-4.5 shrink-0" />
      <span>{children}</span>
    </p>
  );
}

/** [F1] A form that cannot be sent yet: its first wrong field has the focus, and its error is in sight. */
export function goToInvalid(form: HTMLElement): void {
  // Once the errors are drawn.
  requestAnimationFrame(() => {
    const field = form.querySelector<HTMLElement>("[data-invalid], [aria-invalid=true]");
    field?.focus();
    field?.closest(":has([role=alert])")?.scrollIntoView({ block: "nearest" });
  });
}
