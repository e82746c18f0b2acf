import { useTranslations } from "next-intl";
import { buttonStyle } from "#app/shared/controls/button-styles.ts";
import { Notice } from "#app/shared/notices/Notice.tsx";

/** Why the way back from the provider, or there, came to nothing: those that have words of their own. */
const ERRORS = [
  "access_denied",
  "not_invited",
  "email_not_verified",
  "email_not_found",
  "email_not_valid",
  "account_not_linked",
  "email_does_not_match",
  "no_provider",
  "too_many",
] as const;

export function ProviderRefusal({ name, error }: { name: string; error: unknown }) {
  const t = useTranslations("instructor.provider.errors");
  return <Notice kind="error">{t(ERRORS.find((known) => known === error) ?? "other", { name })}</Notice>;
}

type ProviderWayProps = { name: string; query: Record<string, string> };

/** The way by the provider, above the form for a password. A plain link: nothing may go there before it is pressed. */
export function ProviderWay({ name, query }: ProviderWayProps) {
  const t = useTranslations("instructor.provider");
  return (
    <div className="grid gap-6">
      <a
        href={`/api/oidc/sign-in?${new URLSearchParams(query)}`}
        className={buttonStyle("secondary", "large", "w-full wrap-anywhere")}
      >
        {t("signIn", { name })}
      </a>
      <p className="flex items-center gap-4 text-sm text-ink-soft before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
        {t("or")}
      </p>
    </div>
  );
}

type ConnectProviderProps = { name: string; isConnected: boolean; error: unknown };

export function ConnectProvider({ name, isConnected, error }: ConnectProviderProps) {
  const t = useTranslations("instructor.provider");
  return (
    <div className="grid gap-4 border-t border-line pt-5">
      {error !== undefined && <ProviderRefusal name={name} error={error} />}
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="text-sm text-ink-soft">{t(isConnected ? "connected" : "connectLead", { name })}</p>
        {!isConnected && (
          <a href="/api/oidc/connect" className={buttonStyle("secondary")}>
            {t("connect", { name })}
          </a>
        )}
      </div>
    </div>
  );
}
