"use client";
import { useEffect, useState } from "react";
import { askRepeatedly, type Failure } from "#app/shared/ask.ts";
import type { StudentWork } from "#debate/protocol/answers/student-work.ts";

type Read = { work: StudentWork | null; failed: Failure | null; again: () => void };

const pathOf = (code: string, id: string) => `/api/sessions/${code}/marks/${id}/work`;

/** What was read on this page, by address: the next students are read ahead. */
const read = new Map<string, Promise<StudentWork | Failure>>();

export async function workOf(code: string, id: string): Promise<StudentWork | Failure> {
  const path = pathOf(code, id);
  const known = read.get(path) ?? readWork(path);
  read.set(path, known);
  return await known;
}

async function readWork(path: string): Promise<StudentWork | Failure> {
  const reply = await askRepeatedly<StudentWork>(path, AbortSignal.timeout(30_000));
  if (reply.ok) return reply.value;
  read.delete(path);
  return reply.code;
}

/** `ahead`: students who come next. */
export function useWork(code: string, id: string, ahead: readonly string[]): Read {
  const [state, setState] = useState<{ id: string; got: StudentWork | Failure } | null>(null);
  const [tried, setTried] = useState(0);
  const soon = ahead.join(" ");
  // biome-ignore lint/correctness/useExhaustiveDependencies: `tried` reads once more.
  useEffect(() => {
    let isShown = true;
    void workOf(code, id).then((got) => {
      if (isShown) setState({ id, got });
      for (const each of soon.split(" ")) if (each !== "") void workOf(code, each);
    });
    return () => {
      isShown = false;
      // Read anew where the host returns to this student: the class may go on writing.
      read.delete(pathOf(code, id));
    };
  }, [code, id, soon, tried]);
  const got = state?.id === id ? state.got : null;
  return {
    work: typeof got === "object" ? got : null,
    failed: typeof got === "string" ? got : null,
    again: () => {
      setState(null);
      setTried(tried + 1);
    },
  };
}
