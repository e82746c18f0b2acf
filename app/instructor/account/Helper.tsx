"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useWhy } from "#app/instructor/why.ts";
import { ask } from "#app/shared/ask.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { toast } from "#app/shared/notices/toast.ts";
import { inSentence } from "#app/shared/text/in-sentence.tsx";

/** [I15] The colleague who can make a link that sets a new password, where [I26] the owner allows that here. */
export function Helper({ name, isAllowed }: { name: string; isAllowed: boolean }) {
  const t = useTranslations("instructor.help");
  const why = useWhy();
  const router = useRouter();
  const [pending, setPending] = useState(false);
  const change = async () => {
    setPending(true);
    const reply = await ask(isAllowed ? "DELETE" : "PUT", "/api/account/helper");
    setPending(false);
    if (!reply.ok) return toast.error(why(reply.code));
    toast.success(t(isAllowed ? "stopped" : "allowed", { name }));
    router.refresh();
  };
  return (
    <div className="flex flex-wrap items-center justify-between gap-3 border-t border-line pt-5">
      <p className="min-w-0 flex-1 basis-64 text-sm text-ink-soft wrap-anywhere">
        {t.rich(isAllowed ? "lead" : "offLead", { name: inSentence(name) })}
      </p>
      <Button pending={pending} onClick={change}>
        {t(isAllowed ? "stop" : "allow")}
      </Button>
    </div>
  );
}
