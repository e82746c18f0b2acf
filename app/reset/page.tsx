import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Words } from "#app/i18n/Words.tsx";
import { KeyRound } from "#app/icons/icons.ts";
import { MailResetForm } from "#app/instructor/account/MailResetForm.tsx";
import { ResetForm } from "#app/instructor/account/ResetForm.tsx";
import { LinkButton } from "#app/shared/controls/Button.tsx";
import { EmptyState } from "#app/shared/layout/EmptyState.tsx";
import { NeedsScript } from "#app/shared/layout/NeedsScript.tsx";
import { PageShell } from "#app/shared/layout/PageShell.tsx";
import { pageApi } from "#server/pages/page-api.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("instructor.reset");
  // The address holds the one-time token: no page that is linked from here may learn it. Forms still send their origin.
  return { title: t("title"), referrer: "strict-origin" };
}

type Query = { token?: string | string[] };

export default async function ResetPage({ searchParams }: { searchParams: Promise<Query> }) {
  const asker = await headers();
  // [I40]
  if (await pageApi().oidcOnly()) redirect("/sign-in");
  const token = String((await searchParams).token ?? "");
  return (
    <PageShell width="measure" back={`/reset?${new URLSearchParams({ token })}`}>
      <NeedsScript />
      {await content(token, asker)}
    </PageShell>
  );
}

async function content(token: string, asker: Headers) {
  const { account, byMail } = await pageApi().reset(token);
  const t = await getTranslations("instructor.reset");
  if (account)
    return (
      <Framed title={t("title")} lead={t("lead", { email: account.email })}>
        <Words also={["instructor"]}>
          <ResetForm token={token} {...account} />
        </Words>
      </Framed>
    );
  if (token !== "")
    return (
      <EmptyState
        as="h1"
        icon={KeyRound}
        title={t("endedTitle")}
        action={
          <LinkButton variant="primary" href="/reset">
            {t("another")}
          </LinkButton>
        }
      >
        <p>{t("endedBody")}</p>
      </EmptyState>
    );
  if (await pageApi().instructor(asker)) redirect("/account");
  return (
    <Framed title={t("forgotten")} lead={t(byMail ? "mailLead" : "askLead")}>
      {byMail && (
        <Words also={["instructor"]}>
          <MailResetForm />
        </Words>
      )}
      <WhomToAsk isSecond={byMail} />
    </Framed>
  );
}

function Framed({ title, lead, children }: { title: string; lead: string; children: ReactNode }) {
  return (
    <div className="mx-auto grid max-w-md grid-cols-1 gap-6 py-4 wrap-anywhere sm:py-10">
      <header className="grid gap-2">
        <h1 className="font-serif text-3xl font-medium tracking-tight">{title}</h1>
        <p className="text-ink-soft wrap-anywhere">{lead}</p>
      </header>
      {children}
    </div>
  );
}

/** [I14, I15] The people who can make a link. */
function WhomToAsk({ isSecond }: { isSecond: boolean }) {
  const t = useTranslations("instructor.reset");
  return (
    <div className={isSecond ? "grid gap-2 border-t border-line pt-5 text-sm text-ink-soft" : "grid gap-2"}>
      {isSecond && <p>{t("orAsk")}</p>}
      <ul className="grid list-disc gap-2 pl-5">
        <li>{t("askColleague")}</li>
        <li>
          {t.rich("askOwner", {
            command: () => <code className="font-mono wrap-anywhere">npm run reset-password -- EMAIL</code>,
          })}
        </li>
      </ul>
    </div>
  );
}
