"use client";
import { useRef, useState } from "react";
import { requestGrades } from "#app/host/course/grades-request.ts";
import type { Failure } from "#app/shared/ask.ts";
import type { GradesSent } from "#debate/protocol/answers/platform-answers.ts";
import type { Graded } from "#debate/rules/grades.ts";

/** [Q60] The grades of a session: what is chosen, what would be sent, and what came of sending. */
export function useGrades(code: string, first: Graded) {
  const [what, setWhat] = useState(first);
  const [preview, setPreview] = useState<NonNullable<GradesSent["preview"]> | null>(null);
  const [sent, setSent] = useState<GradesSent | null>(null);
  const [problem, setProblem] = useState<Failure | null>(null);
  const [isSending, setSending] = useState(false);
  // The newest answer counts.
  const asked = useRef(0);

  async function newest(kind: Graded, dryRun: boolean): Promise<GradesSent | null> {
    asked.current += 1;
    const number = asked.current;
    setProblem(null);
    const reply = await requestGrades(code, kind, dryRun);
    if (number !== asked.current) return null;
    if (!reply.ok) setProblem(reply.code);
    return reply.ok ? reply.value : null;
  }
  async function look(kind = what): Promise<void> {
    setWhat(kind);
    setPreview(null);
    setSent(null);
    const found = await newest(kind, true);
    if (found) setPreview(found.preview ?? []);
  }

  return {
    ...{ what, preview, sent, problem, isSending, look },
    async send(): Promise<void> {
      setSending(true);
      setSent(null);
      const done = await newest(what, false);
      setSending(false);
      if (done) setSent(done);
    },
  };
}
export type GradesWork = ReturnType<typeof useGrades>;
