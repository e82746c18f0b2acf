"use client";
import { useEffect, useState, useSyncExternalStore } from "react";

/** True once `isSo` has been true for `delay` milliseconds without a break. */
export function useLate(isSo: boolean, delay: number): boolean {
  const [isLate, setIsLate] = useState(false);
  useEffect(() => {
    if (!isSo) return setIsLate(false);
    const timeout = setTimeout(() => setIsLate(true), delay);
    return () => clearTimeout(timeout);
  }, [isSo, delay]);
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
