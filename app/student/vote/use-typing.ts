"use client";
import { useState } from "react";
import { REASON_LENGTH } from "#debate/rules/rebuttals.ts";
import { countCharacters } from "#debate/rules/text.ts";

/** As the field and the server count. */
const isTooLong = (text: string) => countCharacters(text) > REASON_LENGTH;

/**
 * A text that is saved while it is typed. What does not fit stays on screen and is not sent: the
 * field says by how much it is too long.
 */
export function useTyping(saved: string, save: (text: string) => void) {
  const [typed, setTyped] = useState<string | null>(null);
  return {
    value: typed ?? saved,
    onChange: (event: { target: { value: string } }) => {
      const text = event.target.value;
      setTyped(text);
      if (!isTooLong(text)) save(text);
    },
    onBlur: () => setTyped((text) => (text !== null && isTooLong(text) ? text : null)),
  };
}
