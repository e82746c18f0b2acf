"use client";
import { CheckView } from "#app/student/check/CheckView.tsx";
import { useSeat } from "#app/student/join/seat.ts";

/** [Y4] Where the class is asked about the positions. */
export function QuestionsBelow() {
  const { questions } = useSeat();
  if (!questions || questions.length === 0) return null;
  return <CheckView questions={questions} />;
}
