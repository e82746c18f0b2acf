"use client";
import { useState } from "react";
import { useUnsentField } from "#app/student/offline/use-unsent-field.ts";
import { REASON_LENGTH } from "#debate/rules/rebuttal-terms.ts";
import { countCharacters } from "#debate/rules/text.ts";

/** As the field and the server count. */
const isTooLong = (text: string) => countCharacters(text) > REASON_LENGTH;

/**
 * A text that is saved while it is typed. What does not fit stays on screen and, until something else is saved, on this
 * phone, and is not sent: the field says by how much it is too long.
 */
export function useTyping(field: string, saved: string, save: (text: string) => void) {
  const [typed, setTyped] = useState<string | null>(null);
  const [unsent, keep] = useUnsentField(field, saved.trim());
  return {
    value: typed ?? unsent ?? saved,
    onChange: (event: { target: { value: string } }) => {
      const text = event.target.value;
      setTyped(text);
      if (isTooLong(text)) return keep(text);
      keep(null);
      save(text);
    },
    onBlur: () => setTyped((text) => (text !== null && isTooLong(text) ? text : null)),
  };
}
