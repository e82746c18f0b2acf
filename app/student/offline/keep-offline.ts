import type { Live } from "#app/live/live.ts";
import type { LiveState } from "#app/live/live-state.ts";
import { type SavedRoom, saveRoom } from "#app/shared/storage/saved-room.ts";
import type { Beside } from "#debate/activities/messages.ts";
import type { ReadDebate } from "#debate/content/versions.ts";
import type { SeatedPage } from "#debate/protocol/pages.ts";

/** The saved parts of a room beside its live state. */
export type Opened = {
  page: Omit<SeatedPage, "seat">;
  live: Live;
  debate: ReadDebate | null;
  beside?: Beside;
};

/** How often the room is kept again while it changes, in milliseconds. */
const EVERY = 10_000;
/** How many rebuttals of classmates are kept, the best first. */
const REBUTTALS = 200;
const PARTS = "/_next/static/";

/** [W15] Keeps the room at `place`, and the page's parts in the worker, until the returned function is called. */
export function keepOffline(place: string, opened: () => Opened): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const keep = () => {
    clearTimeout(timer);
    timer = undefined;
    const { live, ...rest } = opened();
    const room = roomToKeep(rest, live.state(), Date.now());
    if (room) saveRoom(place, room);
  };
  const leave = () => {
    if (document.visibilityState === "hidden") keep();
  };
  keep();
  const unsubscribe = opened().live.subscribe(() => {
    timer ??= setTimeout(keep, EVERY);
  });
  document.addEventListener("visibilitychange", leave);
  window.addEventListener("pagehide", keep);
  // Private windows have no workers.
  register().catch(() => undefined);
  return () => {
    clearTimeout(timer);
    unsubscribe();
    document.removeEventListener("visibilitychange", leave);
    window.removeEventListener("pagehide", keep);
  };
}

/** Null where the seat has come to an end. */
export function roomToKeep(
  { page, debate, beside }: Omit<Opened, "live">,
  { connection, snapshot, result, picked, rebuttals, you }: LiveState,
  now: number,
): SavedRoom | null {
  if (!you || connection === "removed" || connection === "gone" || connection === "refused") return null;
  const isOwn = ({ id }: { id: string }) => you.posted.includes(id);
  const [own, others] = [
    [...rebuttals.values()].filter(isOwn),
    [...rebuttals.values()].filter((each) => !isOwn(each)),
  ];
  const best = others.sort((one, other) => one.rank - other.rank).slice(0, REBUTTALS);
  return {
    at: now,
    page: { ...page, phase: snapshot.phase },
    seat: {
      ...{ snapshot, you, debate, now, picked: [...picked], rebuttals: [...own, ...best] },
      ...(result && { result }),
      ...beside,
      // [W13] The first connection asks for everything.
      ...{ version: 0, cursor: 0 },
    },
  };
}

async function register(): Promise<void> {
  const workers = navigator.serviceWorker;
  const registration = await workers.register("/sw.js", { scope: "/s/", updateViaCache: "none" });
  await workers.ready;
  const send = () => {
    const loaded = performance.getEntriesByType("resource").map(({ name }) => new URL(name));
    const parts = loaded.filter((url) => url.origin === location.origin && url.pathname.startsWith(PARTS));
    const message = { parts: parts.map(({ pathname }) => pathname), language: document.documentElement.lang };
    // A new version waits until the pages of the old one are closed, and needs what this page has. The old one may be on its way out.
    const { active, waiting, installing } = registration;
    (installing ?? waiting ?? active)?.postMessage(message);
  };
  send();
  registration.addEventListener("updatefound", send);
}
