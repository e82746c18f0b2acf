"use client";
import { useState } from "react";
import { ask } from "#app/shared/ask.ts";
import type { ClassEntry } from "#debate/protocol/answers/class-answers.ts";

/** [Q6] The instructor's classes for the form; null until they are read. A session can be opened without them. */
export function useClasses() {
  const [classes, setClasses] = useState<readonly ClassEntry[] | null>(null);
  const [hasFailed, setFailed] = useState(false);
  return {
    classes,
    hasFailed,
    load: async (): Promise<boolean> => {
      const reply = await ask<{ classes: ClassEntry[] }>("GET", "/api/classes");
      setFailed(!reply.ok);
      if (reply.ok) setClasses(reply.value.classes);
      return reply.ok;
    },
  };
}
