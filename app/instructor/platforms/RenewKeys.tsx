"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useSignedIn } from "#app/instructor/frame/signed-in.tsx";
import { useWhy } from "#app/instructor/why.ts";
import { ask } from "#app/shared/ask.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Card } from "#app/shared/layout/Card.tsx";
import { toast } from "#app/shared/notices/toast.ts";

/** [Q43] No question first: platforms notice nothing of it. */
export function RenewKeys() {
  const t = useTranslations("platforms.keys");
  const why = useWhy();
  const by = useSignedIn();
  const [pending, setPending] = useState(false);
  const renew = async () => {
    setPending(true);
    const reply = await ask("POST", "/api/lti/keys", {}, { by });
    setPending(false);
    if (reply.ok) toast.success(t("renewed"));
    else toast.error(why(reply.code));
  };
  return (
    <Card as="section" padding="roomy" className="grid gap-5">
      <div className="grid gap-1">
        <h2 className="font-serif text-2xl">{t("title")}</h2>
        <p className="text-sm text-ink-soft">{t("lead")}</p>
      </div>
      <div>
        <Button pending={pending} onClick={renew}>
          {t("renew")}
        </Button>
      </div>
    </Card>
  );
}
