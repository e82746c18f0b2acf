"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Copy } from "#app/icons/icons.ts";
import { useWhy } from "#app/instructor/why.ts";
import { ask } from "#app/shared/ask.ts";
import { Button } from "#app/shared/Button.tsx";
import { toast } from "#app/shared/toast.ts";
import type { Debate } from "#debate/content/debate.ts";

/** The built-in debate can't be edited, so the instructor gets a copy of their own. */
export function CopyDebate({ debate }: { debate: Debate }) {
  const t = useTranslations("instructor.debate");
  const router = useRouter();
  const why = useWhy();
  const [pending, setPending] = useState(false);
  const copy = async () => {
    setPending(true);
    const { id: _, ...draft } = debate;
    const reply = await ask<{ debate: Debate }>("POST", "/api/debates", { debate: draft });
    if (reply.ok) return router.push(`/debates/${reply.value.debate.id}/edit`);
    setPending(false);
    toast.error(why(reply.code));
  };
  return (
    <Button variant="quiet" pending={pending} onClick={copy}>
      <Copy aria-hidden="true" className="size-5" />
      {t("copy")}
    </Button>
  );
}
