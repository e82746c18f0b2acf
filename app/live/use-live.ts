"use client";
import { useEffect, useState, useSyncExternalStore } from "react";
import { Live } from "#app/live/live.ts";
import type { Identity } from "#app/live/live-socket.ts";
import type { LiveState } from "#app/live/live-state.ts";
import type { LiveStart } from "#debate/protocol/pages.ts";
import type { Mine, Roster } from "#debate/rules/snapshot.ts";

/** The live state of this page's session, and the connection to send through. `start` is what the server rendered. */
export function useLive(
  identity: Identity,
  start: LiveStart & { you?: Mine; roster?: Roster },
): { live: Live; state: LiveState } {
  const [live] = useState(() => new Live(identity, start));
  useEffect(() => live.start(), [live]);
  const state = useSyncExternalStore(live.subscribe, live.state, live.state);
  return { live, state };
}
