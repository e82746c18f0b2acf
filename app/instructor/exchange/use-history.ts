"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { useWhy } from "#app/instructor/why.ts";
import { ask } from "#app/shared/ask.ts";
import { toast } from "#app/shared/notices/toast.ts";
import type { Debate } from "#debate/content/debate.ts";
import type { SavedVersions } from "#debate/protocol/answers/debates.ts";

type Chosen = { version: string; debate: Debate };

/** [D33] The versions of a debate, and the one that is compared with what the page shows. */
export function useHistory(id: string, etag: string, onRestored: () => void) {
  const t = useTranslations("instructor.exchange.history");
  const router = useRouter();
  const why = useWhy();
  const [listed, setListed] = useState<SavedVersions | null>(null);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  /** The version that was asked for last; an answer about another one comes too late. */
  const wanted = useRef<string | null>(null);
  const at = `/api/debates/${id}`;

  const back = () => {
    wanted.current = null;
    setChosen(null);
  };
  const load = async () => {
    back();
    setProblem(null);
    const reply = await ask<SavedVersions>("GET", `${at}/versions`);
    if (reply.ok) setListed(reply.value);
    else setProblem(why(reply.code));
  };
  const choose = async (version: string) => {
    setProblem(null);
    wanted.current = version;
    const reply = await ask<{ debate: Debate }>("GET", `${at}/versions/${version}`);
    if (wanted.current !== version) return;
    if (reply.ok) setChosen({ version, debate: reply.value.debate });
    else setProblem(why(reply.code));
  };
  /** A save like any other, over what the page shows. */
  const restore = async () => {
    if (!chosen || pending) return;
    setPending(true);
    const { id: _, ...debate } = chosen.debate;
    const reply = await ask("PUT", at, { debate }, { headers: { "if-match": etag } });
    setPending(false);
    if (!reply.ok) return setProblem(reply.code === "stale" ? t("stale") : why(reply.code));
    toast.success(t("restored"));
    onRestored();
    router.refresh();
  };
  return {
    versions: listed?.versions ?? null,
    current: listed?.current,
    chosen,
    pending,
    problem,
    load,
    choose,
    back,
    restore,
  };
}
