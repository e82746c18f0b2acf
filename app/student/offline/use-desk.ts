"use client";
import { useEffect, useState, useSyncExternalStore } from "react";
import type { LiveState } from "#app/live/live-state.ts";
import { type Desk, openDesk } from "#app/student/offline/desk.ts";
import type { Waiting } from "#app/student/offline/outbox.ts";

/** What this phone keeps for the seat, sent whenever the connection is there. */
export function useDesk(
  parts: Parameters<typeof openDesk>[0],
  { connection, snapshot: { phase } }: Pick<LiveState, "connection" | "snapshot">,
): { desk: Desk; waiting: readonly Waiting[] } {
  const [desk] = useState(() => openDesk(parts));
  const { outbox, seen } = desk;

  // Before anything is sent.
  useEffect(() => outbox.dropPast(phase), [phase, outbox]);

  const isLive = connection === "live";
  useEffect(() => {
    if (!isLive) return;
    outbox.open();
    seen.open();
    return () => {
      outbox.shut();
      seen.shut();
    };
  }, [isLive, outbox, seen]);

  useEffect(() => {
    const hurry = () => outbox.hurry();
    const leave = () => {
      if (document.visibilityState === "hidden") hurry();
    };
    document.addEventListener("visibilitychange", leave);
    window.addEventListener("pagehide", hurry);
    return () => {
      document.removeEventListener("visibilitychange", leave);
      window.removeEventListener("pagehide", hurry);
    };
  }, [outbox]);

  // [W4] Only then leaving loses something.
  const isAhead = useSyncExternalStore(outbox.subscribe, outbox.isAhead, () => false);
  useEffect(() => {
    if (!isAhead) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [isAhead]);

  const waiting = useSyncExternalStore(outbox.subscribe, outbox.waiting, outbox.atFirst);
  return { desk, waiting };
}
