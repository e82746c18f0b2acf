"use client";
import { useState } from "react";
import { REASON_LENGTH } from "#debate/rules/rebuttals.ts";

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
      if (text.length <= REASON_LENGTH) save(text);
    },
    onBlur: () => setTyped((text) => (text !== null && text.length > REASON_LENGTH ? text : null)),
  };
}
