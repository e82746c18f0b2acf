"use client";
import { type ReactNode, Suspense, use, useState } from "react";
import { loadWithRetries, pause } from "#app/shared/loading/load-with-retries.ts";
import { useHydrated } from "#app/shared/loading/use-hydrated.ts";

/** How long a page whose controls are needed waits for the parts that it begins with, in milliseconds; then it goes on without them. */
const AT_MOST = 3_000;

/** How fetching a part goes, for those who wait for it. */
export type Fetching = {
  subscribe: (listener: () => void) => () => void;
  /** True from the first failure on, until it is there or is tried again by a press. */
  hasFailed: () => boolean;
  retry: () => void;
};

type LaterParts<Parts> = Fetching & {
  loaded: () => Parts | null;
  load: () => Promise<Parts>;
  /** When they are loaded, or have kept a page waiting long enough. */
  awaited: () => Promise<unknown>;
};

/**
 * Parts of a page whose script comes after the page's own: one file for those that are needed together. `load` fetches it ahead of
 * need and until it is there, and from then on they are drawn at once, also without a network. What the server draws must be named
 * in `useFromTheStart`.
 */
export function later<Parts>(fetchParts: () => Promise<Parts>): LaterParts<Parts> {
  let loaded: Parts | null = null;
  let loading: Promise<Parts> | null = null;
  const { failed, ...fetching } = createFetching();
  const load = () => {
    loading ??= loadWithRetries(fetchParts, failed).then((parts) => {
      loaded = parts;
      return parts;
    });
    return loading;
  };
  let awaiting: Promise<unknown> | null = null;
  const awaited = () => {
    awaiting ??= Promise.race([load(), new Promise((resolve) => setTimeout(resolve, AT_MOST))]);
    return awaiting;
  };
  if (typeof window === "undefined") void load();
  return { ...fetching, loaded: () => loaded, load, awaited };
}

function createFetching(): Fetching & { failed: () => Promise<void> } {
  const listeners = new Set<() => void>();
  let hasFailed = false;
  let tryNow = () => {};
  const say = (failed: boolean) => {
    hasFailed = failed;
    for (const listener of listeners) listener();
  };
  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    hasFailed: () => hasFailed,
    retry: () => {
      say(false);
      tryNow();
    },
    failed: () => {
      say(true);
      return Promise.race([
        pause(),
        new Promise<void>((resolve) => {
          tryNow = resolve;
        }),
      ]);
    },
  };
}

type LaterProps<Parts> = {
  of: LaterParts<Parts>;
  fallback?: ReactNode;
  children: (parts: Parts) => ReactNode;
};

/** Draws one of such parts, or `fallback` until they are loaded. */
export function Later<Parts>({ of, fallback = null, children }: LaterProps<Parts>) {
  // What stands here stays: another component would begin anew.
  const [loaded] = useState(of.loaded);
  // Without a boundary the server sends the part in its place; with one it may follow later, which takes a script.
  if (loaded) return children(loaded);
  return (
    <Suspense fallback={fallback}>
      <OnceLoaded of={of}>{children}</OnceLoaded>
    </Suspense>
  );
}

function OnceLoaded<Parts>({ of, children }: Omit<LaterProps<Parts>, "fallback">) {
  return children(use(of.load()));
}

type Needed = Pick<LaterParts<unknown>, "load" | "awaited">;

/**
 * What a page begins with must be there before the server draws it, and before the page hydrates; until then the server's
 * drawing stands, with `isToRead` however long that takes. Without it a part that can't be fetched holds up nothing else: the
 * rest of the page hydrates after three seconds, and what the server drew of the part is gone.
 */
export function useFromTheStart(needed: () => readonly Needed[], { isToRead = false } = {}): void {
  const isHydrated = useHydrated();
  const [parts] = useState(() =>
    needed().map(({ load, awaited }) => (isToRead && !isHydrated ? load : awaited)),
  );
  for (const part of parts) use(part());
}

/** Runs once the page has nothing else to do. Returns a function that calls it off. */
export function whenIdle(act: () => void): () => void {
  // Safari has no idle callbacks.
  if (typeof requestIdleCallback === "undefined") {
    const timer = setTimeout(act, 200);
    return () => clearTimeout(timer);
  }
  const request = requestIdleCallback(act, { timeout: 5_000 });
  return () => cancelIdleCallback(request);
}
