import { setTimeout as pause } from "node:timers/promises";

/** `auths`: the attacker's seats. `cookie`: an instructor's. */
export type Target = {
  url: string;
  code: string;
  auths: { code: string; ticket: string }[];
  cookie: string;
  seconds: number;
};
/** What a request by hand names as its host: the server answers no other. */
export const hostOf = (url: string) => new URL(url).host;
export const seatCookie = ({ code, auths: [auth] }: Target) => `seat-${code}=${auth?.ticket}`;

/** How often each thing was done. */
export type Deeds = Record<string, number>;

/** How often the clock is read, in milliseconds. */
const STEP = 10;
/** How long an attacker waits for the last answers, in milliseconds; one that was cut off gets none. */
const PATIENCE = 2_000;

export function count(deeds: Deeds, what: string): void {
  deeds[what] = (deeds[what] ?? 0) + 1;
}

/** Runs this many loops until the time is over; requests still under way then are aborted or abandoned. */
export async function repeatedly(
  atOnce: number,
  seconds: number,
  act: (over: AbortSignal) => Promise<void>,
): Promise<void> {
  const over = AbortSignal.timeout(seconds * 1000);
  const work = async () => {
    while (!over.aborted)
      await act(over).catch((error: unknown) => {
        if (!over.aborted) throw error;
      });
  };
  // Node's fetch sometimes neither ends nor fails when aborted.
  await Promise.race([
    Promise.all(Array.from({ length: atOnce }, work)),
    pause(seconds * 1000 + PATIENCE, undefined, { ref: false }),
  ]);
}

/** The same request until the time is over. */
export function* during(seconds: number, request: string): Generator<string> {
  for (const end = performance.now() + seconds * 1000; performance.now() < end; ) yield request;
}

/** Does something this many times a second, answered or not; then waits for the last answers. */
export async function paced(
  perSecond: number,
  seconds: number,
  act: (n: number) => Promise<unknown>,
): Promise<void> {
  const started = performance.now();
  const elapsed = () => Math.min(seconds, (performance.now() - started) / 1000);
  const acts: Promise<unknown>[] = [];
  for (let isOver = false; !isOver; await pause(STEP)) {
    isOver = elapsed() >= seconds;
    for (const due = Math.floor(elapsed() * perSecond); acts.length < due; ) acts.push(act(acts.length));
  }
  await Promise.race([Promise.all(acts), pause(PATIENCE)]);
}
