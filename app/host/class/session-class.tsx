"use client";
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from "react";
import { useOnReturn } from "#app/live/use-on-return.ts";
import { ask, type Failure } from "#app/shared/ask.ts";
import { press } from "#app/shared/press.ts";
import type { SessionClass } from "#debate/protocol/answers/class-answers.ts";
import type { StudentRequest } from "#debate/protocol/requests.ts";

/** In milliseconds: a whole class that joins within a minute is not asked for once a student. */
const PAUSE = 2_000;

type OfSession = {
  /** Null until it is read. */
  now: SessionClass | null;
  problem: Failure | null;
  reload: () => Promise<void>;
  /** [Q9] A late student. */
  add: (student: StudentRequest) => Promise<{ ok: true; class: SessionClass } | { ok: false; code: Failure }>;
};
const Context = createContext<OfSession | null>(null);

/** [Q9] The session's class; null in a session without one, and for an assistant. */
export const useSessionClass = (): OfSession | null => useContext(Context);

type SessionClassOfProps = { code: string; byClass: boolean; joined: number; children: ReactNode };

/** Reads the class when the page is there, when someone has joined or left, and when the host comes back. */
export function SessionClassOf({ code, byClass, joined, children }: SessionClassOfProps) {
  const [now, setNow] = useState<SessionClass | null>(null);
  const [problem, setProblem] = useState<Failure | null>(null);
  const asked = useRef(0);
  const value = useMemo<OfSession>(() => {
    const path = `/api/sessions/${code}/class`;
    return {
      now,
      problem,
      reload: async () => {
        asked.current += 1;
        const number = asked.current;
        const reply = await ask<SessionClass>("GET", path);
        if (number !== asked.current) return;
        setProblem(reply.ok ? null : reply.code);
        if (reply.ok) setNow(reply.value);
      },
      add: async (student) => {
        const reply = await press<SessionClass>("POST", `${path}/students`, student);
        if (!reply.ok) return { ok: false, code: reply.code };
        asked.current += 1;
        setNow(reply.value);
        return { ok: true, class: reply.value };
      },
    };
  }, [code, now, problem]);
  const latest = useRef(value);
  latest.current = value;
  const last = useRef(Number.NEGATIVE_INFINITY);
  // biome-ignore lint/correctness/useExhaustiveDependencies: someone has joined or left
  useEffect(() => {
    if (!byClass) return;
    const wait = Math.max(0, last.current + PAUSE - performance.now());
    const timer = setTimeout(() => {
      last.current = performance.now();
      void latest.current.reload();
    }, wait);
    return () => clearTimeout(timer);
  }, [byClass, joined]);
  useOnReturn(() => byClass && void latest.current.reload());
  return <Context value={byClass ? value : null}>{children}</Context>;
}
