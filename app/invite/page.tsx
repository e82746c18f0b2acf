import type { Metadata } from "next";
import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import { Words } from "#app/i18n/Words.tsx";
import { UserPlus } from "#app/icons/icons.ts";
import { NewAccountForm } from "#app/instructor/account/NewAccountForm.tsx";
import { ProviderWay } from "#app/instructor/account/Provider.tsx";
import { LinkButton } from "#app/shared/controls/Button.tsx";
import { EmptyState } from "#app/shared/layout/EmptyState.tsx";
import { PageShell } from "#app/shared/layout/PageShell.tsx";
import { inSentence } from "#app/shared/text/in-sentence.tsx";
import type { InvitationPage } from "#debate/protocol/pages.ts";
import { pageApi } from "#server/pages/page-api.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("instructor.invite");
  // The address holds the one-time token: no page that is linked from here may learn it. Forms still send their origin.
  return { title: t("title"), referrer: "strict-origin" };
}

type Query = { token?: string | string[] };

export default async function InvitePage({ searchParams }: { searchParams: Promise<Query> }) {
  const token = String((await searchParams).token ?? "");
  const signedIn = (await pageApi().instructor(await headers())) !== null;
  return (
    <PageShell width="measure" back={`/invite?${new URLSearchParams({ token })}`}>
      {await content(token, signedIn)}
    </PageShell>
  );
}

async function content(token: string, signedIn: boolean) {
  const invitation = await pageApi().invitation(token);
  if (invitation.state !== "open") return <InvitationClosed state={invitation.state} signedIn={signedIn} />;
  if (signedIn) return <InvitationOfYours />;
  const provider = await pageApi().provider();
  const isOnly = await pageApi().oidcOnly();
  const t = await getTranslations("instructor.invite");
  const help = await getTranslations("instructor.help");
  return (
    <div className="mx-auto grid max-w-md grid-cols-1 gap-6 py-4 wrap-anywhere sm:py-10">
      <header className="grid gap-2">
        <h1 className="font-serif text-3xl font-medium tracking-tight">{t("title")}</h1>
        <p className="text-ink-soft wrap-anywhere">
          {t.rich("lead", { inviter: inSentence(invitation.inviter) })}
        </p>
        {!isOnly && (
          <p className="text-sm text-ink-soft wrap-anywhere">
            {help.rich("invited", { inviter: inSentence(invitation.inviter) })}
          </p>
        )}
      </header>
      {provider !== null && <ProviderWay name={provider} query={{ invitation: token }} isOnly={isOnly} />}
      {!isOnly && (
        <Words also={["instructor"]}>
          <NewAccountForm token={token} by="invitation" />
        </Words>
      )}
    </div>
  );
}

type Closed = Exclude<InvitationPage["state"], "open">;

async function InvitationClosed({ state, signedIn }: { state: Closed; signedIn: boolean }) {
  const t = await getTranslations("instructor.invite.closed");
  const account = await getTranslations("instructor.account");
  return (
    <EmptyState
      as="h1"
      icon={UserPlus}
      title={t(`${state}.title`)}
      action={
        <LinkButton variant="primary" href={signedIn ? "/dashboard" : "/sign-in"}>
          {signedIn ? account("toDashboard") : account("signIn")}
        </LinkButton>
      }
    >
      <p>{t(`${state}.body`)}</p>
    </EmptyState>
  );
}

/** An inviter who tries the link out keeps their account, and the link. */
async function InvitationOfYours() {
  const t = await getTranslations("instructor.invite");
  return (
    <EmptyState
      as="h1"
      icon={UserPlus}
      title={t("yoursTitle")}
      action={
        <LinkButton variant="primary" href="/account">
          {t("toAccount")}
        </LinkButton>
      }
    >
      <p>{t("yoursBody")}</p>
    </EmptyState>
  );
}
