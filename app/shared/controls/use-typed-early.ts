"use client";
import { useLayoutEffect } from "react";
import { useHydrated } from "#app/shared/loading/use-hydrated.ts";

type TextControl = HTMLInputElement | HTMLTextAreaElement;

const isTextControl = (element: HTMLElement | null): element is TextControl =>
  element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;

/**
 * [F18] Hears of what was typed before the page's script ran: it stands in the field, React knows nothing of it, and would write
 * its own text over it. `text`: what the server drew.
 */
export function useTypedEarly(id: string, text: string, onEarly: (control: TextControl) => void): void {
  const isHydrated = useHydrated();
  // biome-ignore lint/correctness/useExhaustiveDependencies: only once, when the server's page comes alive
  useLayoutEffect(() => {
    const control = document.getElementById(id);
    if (isHydrated || !isTextControl(control)) return;
    // A textarea has no other line breaks.
    if (control.value !== text.replace(/\r\n?/gu, "\n")) onEarly(control);
  }, []);
}
