"use client";
import { useEffect, useRef } from "react";
import { whenIdle } from "#app/shared/loading/later.tsx";
import { claimRoom } from "#app/shared/storage/saved-room.ts";
import { argue, loadLaterParts } from "#app/student/later-parts.tsx";
import type { Opened } from "#app/student/offline/keep-offline.ts";
import { placeOf } from "#app/student/offline/phone-storage.ts";

/** [W17] A class does not ask for its workers while it joins, nor all at once; in milliseconds. */
const AFTER = 10_000;
const WITHIN = 20_000;
/** [W15] The end of an address whose page the worker (public/sw.js) waits for. */
export const PATIENT = "?wait=1";

/** [W15] Lets this phone open the room again without a network. Browsers allow that over HTTPS and on this machine only. */
export function useOffline(seatId: string, opened: Opened): void {
  const { code } = opened.page;
  const latest = useRef(opened);
  useEffect(() => {
    latest.current = opened;
  });
  useEffect(() => {
    const place = placeOf(code, seatId, "room");
    claimRoom(place);
    // From now on there is a room to show in place of a late page.
    if (location.search === PATIENT) history.replaceState(null, "", location.pathname);
    // Over plain HTTP there is none. Turbopack takes `navigator.serviceWorker` for certain, and drops a check of it.
    if (process.env.NODE_ENV !== "production" || !("serviceWorker" in navigator)) return;
    let isOver = false;
    let stop = () => {};
    const begin = async () => {
      await loadLaterParts();
      const { keepOffline } = await argue.load();
      if (!isOver) stop = keepOffline(place, () => latest.current);
    };
    const wait = navigator.serviceWorker.controller ? 0 : AFTER + Math.random() * WITHIN;
    // Where this fails, the next visit tries again.
    const timer = setTimeout(() => whenIdle(() => void begin().catch(() => undefined)), wait);
    return () => {
      isOver = true;
      clearTimeout(timer);
      stop();
    };
  }, [code, seatId]);
}
