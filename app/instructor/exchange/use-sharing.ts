"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useWhy } from "#app/instructor/why.ts";
import { ask } from "#app/shared/ask.ts";
import type { SharedWith } from "#debate/protocol/answers/debates.ts";
import { SHARED_ADDRESSES, type Sharing } from "#debate/rules/debate-rights.ts";

type Change = { everyone: Sharing } | { email: string; right: Sharing };

/** Whether a change would add an address to a full list: why the server refuses it then as it refuses too many attempts. */
export const isOneTooMany = ({ addresses }: SharedWith, to: Change): boolean =>
  "email" in to &&
  to.right !== "none" &&
  addresses.length >= SHARED_ADDRESSES &&
  !addresses.some(({ email }) => email === to.email.toLowerCase());

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
    else if (reply.code === "malformed") setProblem(t("emailWrong"));
    else if (reply.code === "too-many" && shared && isOneTooMany(shared, to))
      setProblem(t("tooMany", { most: SHARED_ADDRESSES }));
    else setProblem(why(reply.code));
    return reply.ok;
  };
  return { shared, pending, problem, load, change };
}
