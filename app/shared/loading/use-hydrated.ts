"use client";
import { useSyncExternalStore } from "react";

const never = () => () => {};

/** False on the server and during hydration, then true: what this device stores may be read. */
export const useHydrated = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
