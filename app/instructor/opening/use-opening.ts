"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { ForClass } from "#app/instructor/opening/ClassChoice.tsx";
import { rememberSettings } from "#app/instructor/opening/remembered-settings.ts";
import { useWhy } from "#app/instructor/why.ts";
import { openSession } from "#app/shared/sessions/open-session.ts";
import type { NearSchedule, TypedSchedule } from "#debate/rules/schedule.ts";
import type { Settings } from "#debate/rules/settings.ts";

/** Opens a session, or with `simulated` a rehearsal [H1], and goes to its control room. */
export function useOpening(debateId: string) {
  const router = useRouter();
  const why = useWhy();
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const start = async (
    settings: Settings,
    simulated?: number,
    schedule?: TypedSchedule | NearSchedule,
    forClass?: ForClass | null,
  ) => {
    if (pending) return;
    setPending(true);
    setProblem(null);
    const reply = await openSession({
      debateId,
      // How a class joins is not proposed for sessions without one.
      settings: forClass ? { ...settings, entry: forClass.entry } : settings,
      ...(forClass && { classId: forClass.id }),
      ...(simulated !== undefined && { simulated }),
      ...(schedule && { schedule }),
    });
    if (reply.ok) {
      rememberSettings(settings);
      router.push(`/host/${reply.value.code}`);
      return;
    }
    setPending(false);
    setProblem(why(reply.code));
  };
  return { pending, problem, start, forget: () => setProblem(null) };
}
