"use client";
import { useSyncExternalStore } from "react";
import { passIn } from "#debate/rules/passes.ts";

/** The personal code in the link that led here, which only a browser knows; null without one. */
export const useLinkPass = (): string | null =>
  useSyncExternalStore(
    (changed) => {
      window.addEventListener("hashchange", changed);
      return () => window.removeEventListener("hashchange", changed);
    },
    () => passIn(window.location.hash),
    () => null,
  );
