import { flushSync } from "react-dom";

/** Changes the form, then puts the cursor where the change left its writer. */
export function changeThenFocus(change: () => void, id: string, caret?: number): void {
  flushSync(change);
  const field = document.getElementById(id);
  field?.focus();
  if (caret !== undefined && field instanceof HTMLTextAreaElement) field.setSelectionRange(caret, caret);
}
