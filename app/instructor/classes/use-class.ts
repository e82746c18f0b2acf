"use client";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import type { z } from "zod";
import { useOnReturn } from "#app/live/use-on-return.ts";
import { ask, type Reply } from "#app/shared/ask.ts";
import type {
  ClassAnswer,
  ClassStudent,
  ListAdded,
  SchoolClass,
} from "#debate/protocol/answers/class-answers.ts";
import type { ChangeClass, StudentChange, StudentRequest } from "#debate/protocol/requests.ts";

type Answered = z.infer<typeof ClassAnswer>;
type Change = z.input<typeof ChangeClass>;

/** A class with what can be done to it; the newest answer is shown. Another tab may have changed it, so it is read again on return. */
export function useClass(first: SchoolClass) {
  const router = useRouter();
  const [now, setNow] = useState(first);
  const asked = useRef(0);
  const path = `/api/classes/${first.id}`;

  async function answered<T extends Answered>(reply: Promise<Reply<T>>): Promise<Reply<T>> {
    asked.current += 1;
    const number = asked.current;
    const came = await reply;
    if (came.ok && number === asked.current) setNow(came.value.class);
    return came;
  }
  async function reload(): Promise<void> {
    const reply = await answered(ask<Answered>("GET", path));
    // Deleted in another tab: the page says so.
    if (!reply.ok && reply.code === "not-found") router.refresh();
  }
  async function thenReload<T>(reply: Promise<Reply<T>>): Promise<Reply<T>> {
    const came = await reply;
    if (came.ok || came.code === "not-found") await reload();
    return came;
  }
  useOnReturn(() => void reload());

  return {
    now,
    reload,
    change: (fields: Change) => answered(ask<Answered>("PUT", path, fields)),
    remove: () => ask("DELETE", path),
    add: (students: StudentRequest[]) =>
      answered(ask<z.infer<typeof ListAdded>>("POST", `${path}/students`, { students })),
    correct: (id: string, fields: StudentChange) =>
      thenReload(ask<ClassStudent>("PUT", `${path}/students/${id}`, fields)),
    removeStudent: (id: string) => thenReload(ask("DELETE", `${path}/students/${id}`)),
  };
}
export type ClassWork = ReturnType<typeof useClass>;
