"use client";
import { useSeat, useWaiting } from "#app/student/join/seat.ts";
import { halfWidth } from "#debate/rules/text.ts";

/** My guess as I last gave it, whether the server has it, and a way to give another. */
export function useGuess(): { given: number | null; isSent: boolean; give: (share: number) => void } {
  const { you, desk, state } = useSeat();
  const waiting = useWaiting();
  const onItsWay = waiting.find((item) => item.name === "guess:cast" && !item.refused);
  const { version } = state.snapshot;
  const give = (share: number) => desk.outbox.put({ name: "guess:cast", payload: { share, version } });
  if (onItsWay?.name === "guess:cast") return { given: onItsWay.payload.share, isSent: false, give };
  return { given: you.guess ?? null, isSent: you.guess !== undefined, give };
}

/** What was typed, as a whole percentage; null where it is none. */
export function readShare(typed: string): number | null {
  const text = halfWidth(typed).trim();
  if (!/^\d{1,3}$/u.test(text)) return null;
  const share = Number(text);
  return share <= 100 ? share : null;
}
