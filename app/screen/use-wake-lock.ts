"use client";
import { useEffect } from "react";

/** Keeps the display on while the page is in sight, where the browser can. */
export function useWakeLock(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | undefined;
    let isOver = false;
    const take = async () => {
      if (!("wakeLock" in navigator) || document.visibilityState !== "visible") return;
      try {
        const taken = await navigator.wakeLock.request("screen");
        if (isOver) await taken.release();
        else lock = taken;
      } catch {
        // Low battery, or an address without TLS: the display then sleeps as its settings say.
      }
    };
    // The browser takes the lock away with every change of tab.
    const again = () => void take();
    document.addEventListener("visibilitychange", again);
    void take();
    return () => {
      isOver = true;
      document.removeEventListener("visibilitychange", again);
      void lock?.release();
    };
  }, []);
}
