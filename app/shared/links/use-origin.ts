"use client";
import { useSyncExternalStore } from "react";

const never = () => () => undefined;

/** This page's scheme and host; null until its scripts have run. */
export function useOrigin(): string | null {
  return useSyncExternalStore(
    never,
    () => location.origin,
    () => null,
  );
}
