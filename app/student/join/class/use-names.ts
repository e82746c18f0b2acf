"use client";
import { useCallback, useEffect, useState } from "react";
import { ask, type Failure } from "#app/shared/ask.ts";
import type { ClassNames } from "#debate/protocol/answers/class-answers.ts";

/** The word that showed the names, and these. */
export type Listed = ClassNames & { word: string };

const HASH = "#names";
const isAtNames = () => window.location.hash === HASH;

/**
 * [Q8] The names of the class, once its word was typed. The browser's back button leads back to the word, and a page that is loaded again
 * asks for them with it.
 */
export function useNames(code: string) {
  const [listed, setListed] = useState<Listed | null>(null);
  const show = useCallback(
    async (word: string): Promise<Failure | null> => {
      const reply = await ask<ClassNames>("POST", `/api/sessions/${code}/names`, { word });
      if (!reply.ok) return reply.code;
      keepWord(code, word);
      if (!isAtNames()) window.history.pushState(null, "", HASH);
      setListed({ ...reply.value, word });
      return null;
    },
    [code],
  );
  useEffect(() => {
    const follow = () => {
      const word = keptWord(code);
      if (!isAtNames()) setListed(null);
      else if (word === "") leave();
      else void show(word);
    };
    follow();
    window.addEventListener("popstate", follow);
    return () => window.removeEventListener("popstate", follow);
  }, [code, show]);
  return { listed, show, leave };
}

/** The room has an address without it. */
function leave(): void {
  if (isAtNames()) window.history.replaceState(null, "", window.location.pathname);
}

const placeOf = (code: string) => `resolved.class-word.${code}`;

/** As long as the tab is open. */
export function keptWord(code: string): string {
  try {
    return window.sessionStorage.getItem(placeOf(code)) ?? "";
  } catch {
    return "";
  }
}

function keepWord(code: string, word: string): void {
  try {
    window.sessionStorage.setItem(placeOf(code), word);
  } catch {
    // Refused: it is typed again.
  }
}
