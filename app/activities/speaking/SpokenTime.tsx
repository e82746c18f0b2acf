"use client";
import { useCallback, useSyncExternalStore } from "react";

type SpokenTimeProps = {
  /** Milliseconds before the speech that is being held. */
  spoken: number;
  /** When that began, in this device's time. */
  since: number | undefined;
  className?: string;
};

const still = () => () => undefined;

function subscribe(listener: () => void): () => void {
  const interval = setInterval(listener, 250);
  return () => clearInterval(interval);
}

/** [P12] How long a side has spoken, in minutes and seconds. */
export function SpokenTime({ spoken, since, className }: SpokenTimeProps) {
  const inSeconds = useCallback(
    () => Math.floor((spoken + (since === undefined ? 0 : Math.max(0, Date.now() - since))) / 1000),
    [spoken, since],
  );
  const seconds = useSyncExternalStore(since === undefined ? still : subscribe, inSeconds, () =>
    Math.floor(spoken / 1000),
  );
  return (
    <time dateTime={`PT${seconds}S`} className={className}>
      {Math.floor(seconds / 60)}:{String(seconds % 60).padStart(2, "0")}
    </time>
  );
}
