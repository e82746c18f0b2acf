import { ask } from "#app/shared/ask.ts";
import type { SeatedPage, TakenSeat } from "#debate/protocol/pages.ts";

/** What the answer to a join holds: everything that the room starts from. */
export type Seated = { page: SeatedPage; ticket: string };

/** A server that seats a hall may be slow; in milliseconds. */
const JOIN_WITHIN = 60_000;

/** What a join can ask with; empty fields are left out. */
export type Asked = Partial<Record<"name" | "pass" | "claim" | "word" | "classWord" | "student", string>>;

export function askForSeat(code: string, asked: Asked) {
  const filled = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== ""));
  const signal = AbortSignal.timeout(JOIN_WITHIN);
  return ask<TakenSeat>("POST", `/api/sessions/${code}/join?with=phone&cookie=needed`, filled, { signal });
}

/** [W13] What the seat's page starts from; null where the page itself is to be asked for. */
export function seatedPageOf({ phone, ticket }: TakenSeat): Seated | null {
  if (!phone?.seat || phone.seat === "removed") return null;
  const { seat, ...page } = phone;
  return { page: { ...page, seat }, ticket };
}

/** [L29] After how many minutes this network may have another seat; 0 where it was not refused for that. */
export function networkWait(answer: unknown): number {
  const { error } = (answer ?? {}) as { error?: { fields?: unknown; retryAfter?: unknown } };
  const isFull = Array.isArray(error?.fields) && error.fields.includes("network");
  return isFull ? Math.ceil(Number(error?.retryAfter) / 60) : 0;
}
