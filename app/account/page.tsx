import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Words } from "#app/i18n/Words.tsx";
import { AuditLog } from "#app/instructor/account/AuditLog.tsx";
import { Helper } from "#app/instructor/account/Helper.tsx";
import { OtherComputer } from "#app/instructor/account/OtherComputer.tsx";
import { OwnData } from "#app/instructor/account/OwnData.tsx";
import { PasswordForm } from "#app/instructor/account/PasswordForm.tsx";
import { ProfileForm } from "#app/instructor/account/ProfileForm.tsx";
import { ConnectProvider } from "#app/instructor/account/Provider.tsx";
import { SignOutEverywhere } from "#app/instructor/account/SignOutEverywhere.tsx";
import { SecondFactor } from "#app/instructor/account/second-factor/SecondFactor.tsx";
import { Colleagues } from "#app/instructor/colleagues/Colleagues.tsx";
import { InstructorPage } from "#app/instructor/frame/InstructorPage.tsx";
import { signInPath } from "#app/instructor/same-site.ts";
import { LinkButton } from "#app/shared/controls/Button.tsx";
import { Card } from "#app/shared/layout/Card.tsx";
import type { Retention as RetentionRule } from "#debate/rules/retention.ts";
import { pageApi } from "#server/pages/page-api.ts";

/** [T9] How long this server keeps sessions, and who decided that. */
async function Retention({ days, isFixed }: RetentionRule) {
  const t = await getTranslations("instructor.account.retention");
  return (
    <Card as="section" padding="roomy" className="mt-8 grid gap-2">
      <h2 className="font-serif text-2xl">{t("label")}</h2>
      {days === undefined ? (
        <p>{t("kept")}</p>
      ) : (
        <p>
          {t("days", { days })} {t(isFixed ? "byEnvironment" : "bySetup")}
        </p>
      )}
    </Card>
  );
}

/** [Q40] For the owner of the server. */
async function LearningPlatforms() {
  const t = await getTranslations("platforms");
  return (
    <Card as="section" padding="roomy" className="mt-8 grid gap-2">
      <h2 className="font-serif text-2xl">{t("title")}</h2>
      <p className="text-sm text-ink-soft">{t("card")}</p>
      <p>
        <LinkButton href="/platforms" className="mt-2">
          {t("cardLink")}
        </LinkButton>
      </p>
    </Card>
  );
}

/** [I42] */
async function ManagedLink() {
  const t = await getTranslations("instructor.managed");
  return (
    <Card as="section" padding="roomy" className="mt-8 grid justify-items-start gap-3">
      <h2 className="font-serif text-2xl">{t("title")}</h2>
      <p className="text-sm text-ink-soft">{t("lead")}</p>
      <LinkButton href="/account/instructors">{t("open")}</LinkButton>
    </Card>
  );
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("instructor.account");
  return { title: t("title") };
}

export default async function AccountPage({ searchParams }: { searchParams: Promise<{ error?: string }> }) {
  // Asked for first: it tells Next that this page is made for each request, not at build time.
  const asker = await headers();
  const account = await pageApi().account(asker);
  if (!account.ok) redirect(signInPath("/account"));
  const { instructor, language, hasPassword, provider, isConnected, helper, invitations, helped } =
    account.value;
  const { retention, audit, secondFactor } = account.value;
  const { error } = await searchParams;
  const shelf = await pageApi().dashboard(asker, 0);
  const { own = 0, drafts = 0, archived = 0 } = shelf.ok ? shelf.value.shelf.counts : {};
  const { release } = await pageApi().site();
  const t = await getTranslations("instructor.account");
  const profile = await getTranslations("instructor.profile");
  return (
    <InstructorPage instructor={instructor} place="account">
      <div className="mx-auto max-w-measure wrap-anywhere">
        <h1 className="font-serif text-3xl font-medium tracking-tight">{t("title")}</h1>
        <p className="mt-2 text-ink-soft">{instructor.email}</p>
        <Card as="section" padding="roomy" className="mt-8 grid gap-5">
          <h2 className="font-serif text-2xl">{profile("title")}</h2>
          <ProfileForm name={instructor.name} language={language} />
        </Card>
        <Card as="section" padding="roomy" className="mt-8 grid gap-5">
          <div className="grid gap-1">
            <h2 className="font-serif text-2xl">{t(hasPassword ? "changePassword" : "signingIn")}</h2>
            {hasPassword && <p className="text-sm text-ink-soft">{t("changePasswordLead")}</p>}
          </div>
          {hasPassword && <PasswordForm instructor={instructor} />}
          {provider !== null && <ConnectProvider name={provider} isConnected={isConnected} error={error} />}
          {hasPassword && helper !== null && <Helper {...helper} />}
          <SignOutEverywhere />
        </Card>
        {hasPassword && <SecondFactor email={instructor.email} {...secondFactor} />}
        <OtherComputer />
        <Colleagues invitations={invitations} helped={helped} />
        {audit && <LearningPlatforms />}
        <Retention {...retention} />
        <OwnData
          email={instructor.email}
          hasPassword={hasPassword}
          sessions={shelf.ok ? shelf.value.sessions.length : 0}
          debates={own + drafts + archived}
        />
        {audit && <ManagedLink />}
        {audit && (
          <Words also={["instructor", "downloads"]}>
            <AuditLog first={audit} />
          </Words>
        )}
        <p className="mt-8 text-sm text-ink-soft">{t("release", release)}</p>
      </div>
    </InstructorPage>
  );
}
