"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { OneTimeLink } from "#app/instructor/colleagues/OneTimeLink.tsx";
import { useWhy } from "#app/instructor/why.ts";
import { ask } from "#app/shared/ask.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { toast } from "#app/shared/notices/toast.ts";
import { inSentence } from "#app/shared/text/in-sentence.tsx";
import { Written } from "#app/shared/text/Written.tsx";
import type { ResetLink } from "#debate/protocol/answers/accounts.ts";
import type { Instructor } from "#debate/protocol/pages.ts";

/** [I15] Colleagues who accepted an invitation, each with a link that sets a new password. */
export function Helped({ helped }: { helped: Instructor[] }) {
  const t = useTranslations("instructor.help");
  return (
    <div className="grid gap-2 border-t border-line pt-5">
      <h3 className="font-semibold">{t("title")}</h3>
      <p className="text-sm text-ink-soft">{t("helpedLead")}</p>
      <ul className="divide-y divide-line">
        {helped.map((colleague) => (
          <HelpedColleague key={colleague.id} {...colleague} />
        ))}
      </ul>
    </div>
  );
}

function HelpedColleague({ id, name, email }: Instructor) {
  const t = useTranslations("instructor.help");
  const format = useFormatter();
  const why = useWhy();
  const [link, setLink] = useState<ResetLink | null>(null);
  const [pending, setPending] = useState(false);
  const make = async () => {
    setPending(true);
    const reply = await ask<ResetLink>("POST", `/api/account/helped/${id}/reset`, {});
    setPending(false);
    if (reply.ok) setLink(reply.value);
    else toast.error(reply.code === "not-found" ? t("notAllowed", { name }) : why(reply.code));
  };
  return (
    <li className="grid gap-3 py-2">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <div className="min-w-0">
          <Written as="p" className="font-semibold wrap-anywhere">
            {name}
          </Written>
          <p className="text-sm text-ink-soft wrap-anywhere">{email}</p>
        </div>
        <Button pending={pending} onClick={make} aria-label={t("makeNamed", { name })} className="text-sm!">
          {t("make")}
        </Button>
      </div>
      {link && (
        <OneTimeLink
          title={t.rich("madeTitle", { name: inSentence(name) })}
          url={link.url}
          body={t("madeBody", { until: format.dateTime(link.expiresAt, { timeStyle: "short" }) })}
        />
      )}
    </li>
  );
}
