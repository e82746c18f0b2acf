"use client";
import { useEffect, useState } from "react";
import { workOf } from "#app/host/marks/student/use-work.ts";
import type { Failure } from "#app/shared/ask.ts";
import type { StudentWork } from "#debate/protocol/answers/student-work.ts";

type AllWork = {
  read: ReadonlyMap<string, StudentWork>;
  failed: Failure | null;
  isDone: boolean;
  again: () => void;
};

/** What each of these students did, read one after the other: hundreds at once would keep the server from others. */
export function useAllWork(code: string, ids: readonly string[]): AllWork {
  const [read, setRead] = useState<ReadonlyMap<string, StudentWork>>(new Map());
  const [failed, setFailed] = useState<Failure | null>(null);
  const [isDone, setDone] = useState(false);
  const [tried, setTried] = useState(0);
  const all = ids.join(" ");
  // biome-ignore lint/correctness/useExhaustiveDependencies: `tried` reads once more.
  useEffect(() => {
    let isShown = true;
    const readAll = async () => {
      for (const id of all.split(" ").filter(Boolean)) {
        const got = await workOf(code, id);
        if (!isShown) return;
        // A student who was deleted meanwhile has no page.
        if (got === "not-found") continue;
        if (typeof got === "string") return setFailed(got);
        setRead((before) => new Map(before).set(id, got));
      }
      setDone(true);
    };
    void readAll();
    return () => {
      isShown = false;
    };
  }, [code, all, tried]);
  return {
    ...{ read, failed, isDone },
    again: () => {
      setFailed(null);
      setTried(tried + 1);
    },
  };
}
