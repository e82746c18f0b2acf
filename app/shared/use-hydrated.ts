"use client";
import { useSyncExternalStore } from "react";

const never = () => () => {};

/** False on the server and while its HTML is taken over, then true: what is kept on this device may be read. */
export const useHydrated = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
