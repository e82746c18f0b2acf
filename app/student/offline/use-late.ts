"use client";
import { useEffect, useState, useSyncExternalStore } from "react";

/** True once `isSo` has been true for `patience` milliseconds without a break. */
export function useLate(isSo: boolean, patience: number): boolean {
  const [isLate, setIsLate] = useState(false);
  useEffect(() => {
    if (!isSo) return setIsLate(false);
    const timeout = setTimeout(() => setIsLate(true), patience);
    return () => clearTimeout(timeout);
  }, [isSo, patience]);
  return isSo && isLate;
}

function subscribe(listener: () => void): () => void {
  window.addEventListener("online", listener);
  window.addEventListener("offline", listener);
  return () => {
    window.removeEventListener("online", listener);
    window.removeEventListener("offline", listener);
  };
}

/** What the browser believes of its network; only for words, since it may be wrong on a network without internet. */
export function useHasNetwork(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => navigator.onLine,
    () => true,
  );
}
