"use client";
import { useEffect, useEffectEvent } from "react";
import { hasAgreedToLeave } from "#app/shared/storage/drafts.ts";

type Store = { begin(): void; end(): void; wake(): void };

/** Saves what is typed while the page shows it, also once the page is seen or connected again. `asks`: whether leaving loses something. */
export function useSavedWhileShown(store: Store, asks: () => boolean): void {
  const asksNow = useEffectEvent(asks);
  useEffect(() => {
    const { wake } = store;
    const onLeaving = (event: BeforeUnloadEvent) => {
      if (!hasAgreedToLeave() && asksNow()) event.preventDefault();
    };
    store.begin();
    document.addEventListener("visibilitychange", wake);
    window.addEventListener("online", wake);
    window.addEventListener("beforeunload", onLeaving);
    return () => {
      document.removeEventListener("visibilitychange", wake);
      window.removeEventListener("online", wake);
      window.removeEventListener("beforeunload", onLeaving);
      store.end();
    };
  }, [store]);
}
