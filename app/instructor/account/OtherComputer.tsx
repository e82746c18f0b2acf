"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { useWhy } from "#app/instructor/why.ts";
import { ask } from "#app/shared/ask.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Card } from "#app/shared/layout/Card.tsx";
import { Notice } from "#app/shared/notices/Notice.tsx";
import { toast } from "#app/shared/notices/toast.ts";
import type { SignInCode } from "#debate/protocol/answers/accounts.ts";
import { spacedSignInCode } from "#debate/rules/sign-in-codes.ts";

/** Makes a code for signing in on a computer that does not know this instructor yet. */
export function OtherComputer() {
  const t = useTranslations("instructor.otherComputer");
  const why = useWhy();
  const [made, setMade] = useState<SignInCode | null>(null);
  const [pending, setPending] = useState(false);
  const make = async () => {
    setPending(true);
    const reply = await ask<SignInCode>("POST", "/api/account/code", {});
    setPending(false);
    if (reply.ok) setMade(reply.value);
    else toast.error(why(reply.code));
  };
  return (
    <Card as="section" padding="roomy" className="mt-8 grid gap-5">
      <div className="grid gap-1">
        <h2 className="font-serif text-2xl">{t("title")}</h2>
        <p className="text-sm text-ink-soft">{t("lead")}</p>
      </div>
      {made && <MadeCode {...made} />}
      <div>
        <Button pending={pending} onClick={make}>
          {t(made ? "makeAnother" : "make")}
        </Button>
      </div>
    </Card>
  );
}

function MadeCode({ code, expiresAt, url }: SignInCode) {
  const t = useTranslations("instructor.otherComputer");
  const format = useFormatter();
  return (
    <Notice kind="success" title={t("madeTitle")}>
      <p className="my-2 font-mono wrap-anywhere select-all">{url}</p>
      <p>{t("typeThere")}</p>
      <p className="my-2 font-mono text-2xl font-semibold tracking-wider select-all">
        {spacedSignInCode(code)}
      </p>
      <p>{t("until", { until: format.dateTime(expiresAt, { timeStyle: "short" }) })}</p>
    </Notice>
  );
}
