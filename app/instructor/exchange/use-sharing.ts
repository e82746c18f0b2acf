"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useWhy } from "#app/instructor/why.ts";
import { ask } from "#app/shared/ask.ts";
import type { DebateRight, Sharing } from "#debate/rules/debate-rights.ts";

export type SharedWith = { everyone: Sharing; addresses: { email: string; right: DebateRight }[] };
type Change = { everyone: Sharing } | { email: string; right: Sharing };

/** With whom a debate is shared, as the server said last. */
export function useSharing(id: string) {
  const t = useTranslations("instructor.exchange.share");
  const why = useWhy();
  const [shared, setShared] = useState<SharedWith | null>(null);
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const load = async () => {
    setProblem(null);
    const reply = await ask<SharedWith>("GET", `/api/debates/${id}/sharing`);
    if (reply.ok) setShared(reply.value);
    else setProblem(why(reply.code));
  };
  /** Whether it was stored. */
  const change = async (to: Change): Promise<boolean> => {
    if (pending) return false;
    setPending(true);
    setProblem(null);
    const reply = await ask("PUT", `/api/debates/${id}/sharing`, to);
    setPending(false);
    if (reply.ok) await load();
    else setProblem(reply.code === "malformed" ? t("emailWrong") : why(reply.code));
    return reply.ok;
  };
  return { shared, pending, problem, load, change };
}
