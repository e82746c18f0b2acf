import { setTimeout as pause } from "node:timers/promises";
import { Wire } from "#tests/bench/wire.ts";

/** What a student waits for on the way in, in this order. */
export const STEPS = ["page", "join", "seat", "socket", "snapshot"] as const;
type Step = (typeof STEPS)[number];

/** Milliseconds of each step and of the whole way, of every student who came in. */
export type Arrivals = Record<Step | "whole", number[]> & { failed: number };

/** The students go to the sessions in turns. */
type Storm = { url: string; codes: string[]; students: number; seconds: number };

/** Students come in at moments drawn by chance from some seconds, each by the whole way that a phone takes. */
export async function joinAll({ url, codes, students, seconds }: Storm): Promise<Arrivals> {
  const arrivals: Arrivals = { page: [], join: [], seat: [], socket: [], snapshot: [], whole: [], failed: 0 };
  const comeIn = async (code: string): Promise<void> => {
    await pause(Math.random() * seconds * 1000);
    const started = performance.now();
    const timed = async <T>(step: Step, work: Promise<T>): Promise<T> => {
      const from = performance.now();
      const done = await work;
      arrivals[step].push(performance.now() - from);
      return done;
    };
    try {
      await timed("page", bodyOf(fetch(`${url}/s/${code}`)));
      const seat = JSON.parse(await timed("join", bodyOf(fetch(...joinRequest(url, code))))) as Seat;
      const headers = { cookie: `seat-${code}=${seat.ticket}` };
      await timed("seat", bodyOf(fetch(`${url}/api/sessions/${code}/phone`, { headers })));
      const wire = new Wire(url);
      await timed("socket", wire.enter({ code, ticket: seat.ticket }));
      await timed("snapshot", wire.sync());
      arrivals.whole.push(performance.now() - started);
    } catch {
      arrivals.failed += 1;
    }
  };
  const rooms = Array.from({ length: students }, (_, index) => codes[index % codes.length] ?? "");
  await Promise.all(rooms.map(comeIn));
  return arrivals;
}

type Seat = { ticket: string };

export function joinRequest(url: string, code: string): [string, RequestInit] {
  const headers = { "content-type": "application/json" };
  return [`${url}/api/sessions/${code}/join`, { method: "POST", headers, body: "{}" }];
}

async function bodyOf(response: Promise<Response>): Promise<string> {
  const arrived = await response;
  if (!arrived.ok) throw new Error(`${arrived.url} answered ${arrived.status}`);
  return arrived.text();
}
