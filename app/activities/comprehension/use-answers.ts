"use client";
import { useSeat, useWaiting } from "#app/student/join/seat.ts";
import type { Answers } from "#debate/activities/comprehension/results.ts";

/** Someone who reads the options may change their mind; in milliseconds. */
const PATIENCE = 600;

/** My answers as I last gave them, whether the server has them, and a way to change one. */
export function useAnswers(count: number): {
  answers: Answers;
  isSent: boolean;
  choose: (question: number, option: number) => void;
} {
  const { you, desk } = useSeat();
  const waiting = useWaiting();
  const onItsWay = waiting.find((item) => item.name === "comprehension:answer" && !item.refused);
  const isSent = onItsWay?.name !== "comprehension:answer";
  const given = isSent ? you.answers : onItsWay.payload.answers;
  const answers = Array.from({ length: count }, (_, index) => given?.[index] ?? null);
  const choose = (question: number, option: number) =>
    desk.outbox.put(
      {
        name: "comprehension:answer",
        payload: { answers: answers.map((each, index) => (index === question ? option : each)) },
      },
      PATIENCE,
    );
  return { answers, isSent, choose };
}
