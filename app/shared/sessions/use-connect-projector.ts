"use client";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { press } from "#app/shared/press.ts";

type State = { state: "asking" | "pending" | "done" } | { state: "failed"; why: string };

/** [V28] Confirms the code that a projector shows, and says what came of it. */
export function useConnectProjector(session: string) {
  const t = useTranslations("projector.connect");
  const refusals = useTranslations("refusals");
  const [state, setState] = useState<State>({ state: "asking" });
  const newest = useRef(0);
  const restart = () => {
    newest.current += 1;
    setState({ state: "asking" });
  };
  const connect = async (code: string) => {
    newest.current += 1;
    const asked = newest.current;
    setState({ state: "pending" });
    const reply = await press("POST", `/api/sessions/${session}/projectors`, { code });
    // It was opened again meanwhile.
    if (asked !== newest.current) return;
    if (reply.ok) setState({ state: "done" });
    else if (reply.code === "not-found") setState({ state: "failed", why: t("unknown") });
    // [W21] The answer may have been lost.
    else if (reply.code === "late") setState({ state: "failed", why: t("late") });
    else setState({ state: "failed", why: refusals(reply.code) });
  };
  return { state, connect, restart };
}
