import { flushSync } from "react-dom";

/** Where in a field: so many characters from its beginning, or from its end. */
type Caret = number | { fromEnd: number };

/** Changes the form, then puts the cursor where the change left its writer. */
export function changeThenFocus(change: () => void, id: string, caret?: Caret): void {
  flushSync(change);
  const field = document.getElementById(id);
  field?.focus();
  if (caret === undefined || !(field instanceof HTMLTextAreaElement)) return;
  const at = typeof caret === "number" ? caret : field.value.length - caret.fromEnd;
  field.setSelectionRange(at, at);
}

/** Goes to a part of the editor, and opens what it is folded up in. */
export function goTo(found: HTMLElement | null): void {
  for (let fold = found?.closest("details"); fold; fold = fold.parentElement?.closest("details"))
    fold.open = true;
  found?.focus({ preventScroll: true });
  found?.scrollIntoView({ block: "center" });
}
