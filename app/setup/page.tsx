import type { Metadata } from "next";
import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import { Words } from "#app/i18n/Words.tsx";
import { KeyRound } from "#app/icons/icons.ts";
import { NewAccountForm } from "#app/instructor/account/NewAccountForm.tsx";
import { RetentionField } from "#app/instructor/account/RetentionField.tsx";
import { Button, LinkButton } from "#app/shared/controls/Button.tsx";
import { EmptyState } from "#app/shared/layout/EmptyState.tsx";
import { NeedsScript } from "#app/shared/layout/NeedsScript.tsx";
import { PageShell } from "#app/shared/layout/PageShell.tsx";
import { pageApi } from "#server/pages/page-api.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("instructor.account");
  // The address holds the one-time token: no page that is linked from here may learn it. Forms still send their origin.
  return { title: t("setupTitle"), referrer: "strict-origin" };
}

type Query = { token?: string | string[] };

export default async function SetupPage({ searchParams }: { searchParams: Promise<Query> }) {
  const token = String((await searchParams).token ?? "");
  const t = await getTranslations("instructor.account");
  const open = await pageApi().setupOpen(token);
  return (
    <PageShell width="measure" back={`/setup?${new URLSearchParams({ token })}`}>
      {open ? (
        <div className="mx-auto grid max-w-md grid-cols-1 gap-6 py-4 wrap-anywhere sm:py-10">
          <header className="grid gap-2">
            <h1 className="font-serif text-3xl font-medium tracking-tight">{t("setupTitle")}</h1>
            <p className="text-ink-soft">{t("setupLead")}</p>
          </header>
          {(await pageApi().oidcOnly()) ? (
            <SetupByProvider token={token} />
          ) : (
            <>
              <NeedsScript />
              <Words also={["instructor"]}>
                <NewAccountForm token={token} by="setup">
                  <RetentionField {...(await pageApi().retention())} />
                </NewAccountForm>
              </Words>
            </>
          )}
        </div>
      ) : (
        <SetupClosed signedIn={(await pageApi().instructor(await headers())) !== null} />
      )}
    </PageShell>
  );
}

/** [I41] Where instructors sign in with the provider only, the link admits the first one there. */
async function SetupByProvider({ token }: { token: string }) {
  const name = (await pageApi().provider()) ?? "";
  const t = await getTranslations("instructor.provider");
  return (
    <Words also={["instructor"]}>
      <form action="/api/oidc/sign-in" className="grid gap-5">
        <p>{t("setup", { name })}</p>
        <input type="hidden" name="setup" value={token} />
        <RetentionField {...(await pageApi().retention())} />
        <Button type="submit" variant="primary" size="large">
          {t("signIn", { name })}
        </Button>
      </form>
    </Words>
  );
}

async function SetupClosed({ signedIn }: { signedIn: boolean }) {
  const t = await getTranslations("instructor.account");
  return (
    <EmptyState
      as="h1"
      icon={KeyRound}
      title={t("setupClosedTitle")}
      action={
        <LinkButton variant="primary" href={signedIn ? "/dashboard" : "/sign-in"}>
          {signedIn ? t("toDashboard") : t("signIn")}
        </LinkButton>
      }
    >
      <p>{t("setupClosedUsed")}</p>
      <p className="mt-3">{t("setupClosedWrong")}</p>
    </EmptyState>
  );
}
