"use client";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { OneTimeLink } from "#app/instructor/colleagues/OneTimeLink.tsx";
import { useSignedIn } from "#app/instructor/frame/signed-in.tsx";
import { useWhy } from "#app/instructor/why.ts";
import { ask } from "#app/shared/ask.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Card } from "#app/shared/layout/Card.tsx";
import { toast } from "#app/shared/notices/toast.ts";
import type { RegistrationLink } from "#debate/protocol/answers/platform-answers.ts";

/** [Q41] Creates a link for the dynamic registration of one platform. */
export function RegistrationLinkCard() {
  const t = useTranslations("platforms.link");
  const format = useFormatter();
  const why = useWhy();
  const by = useSignedIn();
  const [made, setMade] = useState<RegistrationLink | null>(null);
  const [pending, setPending] = useState(false);
  const make = async () => {
    setPending(true);
    const reply = await ask<RegistrationLink>("POST", "/api/lti/registrations", {}, { by });
    setPending(false);
    if (reply.ok) setMade(reply.value);
    else toast.error(why(reply.code));
  };
  const until = { dateStyle: "medium", timeStyle: "short" } as const;
  return (
    <Card as="section" padding="roomy" className="grid gap-5">
      <div className="grid gap-1">
        <h2 className="font-serif text-2xl">{t("title")}</h2>
        <p className="text-sm text-ink-soft">{t("lead")}</p>
      </div>
      {made && (
        <OneTimeLink
          title={t("madeTitle")}
          url={made.url}
          body={t("madeBody", { until: format.dateTime(made.expiresAt, until) })}
        />
      )}
      <div>
        <Button variant="primary" pending={pending} onClick={make}>
          {t("make")}
        </Button>
      </div>
    </Card>
  );
}
