"use client";
import { useCallback, useState } from "react";

/** Whether something sent is not yet answered; a second one is not sent meanwhile. */
export function usePending(): [boolean, (send: () => Promise<unknown>) => Promise<void>] {
  const [isPending, setPending] = useState(false);
  const run = useCallback(async (send: () => Promise<unknown>) => {
    setPending(true);
    try {
      await send();
    } finally {
      setPending(false);
    }
  }, []);
  return [isPending, run];
}
