import { setTimeout as pause } from "node:timers/promises";
import type { TakenSeat } from "#debate/protocol/pages.ts";
import { nextAddress, PhoneConnection } from "#server/capacity/phones/phone-connection.ts";

/** What a student waits for on the way in, in this order. */
export const STEPS = ["page", "join", "snapshot"] as const;
type Step = (typeof STEPS)[number];

/** Milliseconds of each step and of the whole way, of every student who came in. */
export type Arrivals = Record<Step | "whole", number[]> & { failed: number };

/** The students go to the sessions in turns. */
type Storm = { url: string; codes: string[]; students: number; seconds: number };

/**
 * Students come in at moments drawn by chance from some seconds, each by the whole way that a phone takes. `entered` gets the
 * connection of each, and what it showed.
 */
export async function joinAll(
  { url, codes, students, seconds }: Storm,
  entered: (wire: PhoneConnection, auth: object) => void,
): Promise<Arrivals> {
  const arrivals: Arrivals = { page: [], join: [], snapshot: [], whole: [], failed: 0 };
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
      const joined = bodyOf(fetch(...joinRequest(url, code, "?with=phone")));
      const { ticket, phone } = JSON.parse(await timed("join", joined)) as TakenSeat;
      const seat = phone?.seat;
      if (!seat || seat === "removed") throw new Error("the answer has no seat");
      const wire = new PhoneConnection(url);
      await timed("snapshot", wire.arrive({ code, ticket, version: seat.version }));
      entered(wire, { code, ticket });
      arrivals.whole.push(performance.now() - started);
    } catch {
      arrivals.failed += 1;
    }
  };
  const rooms = Array.from({ length: students }, (_, index) => codes[index % codes.length] ?? "");
  await Promise.all(rooms.map(comeIn));
  return arrivals;
}

export function joinRequest(url: string, code: string, query = ""): [string, RequestInit] {
  const headers = { "content-type": "application/json", "x-forwarded-for": nextAddress() };
  return [`${url}/api/sessions/${code}/join${query}`, { method: "POST", headers, body: "{}" }];
}

async function bodyOf(response: Promise<Response>): Promise<string> {
  const arrived = await response;
  if (!arrived.ok) throw new Error(`${arrived.url} answered ${arrived.status}`);
  return arrived.text();
}
