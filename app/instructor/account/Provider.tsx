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
  "account_locked",
  "setup_ended",
  "no_provider",
  "too_many",
] as const;

type ProviderRefusalProps = { name: string; error: unknown; isOnly?: boolean };

export function ProviderRefusal({ name, error, isOnly = false }: ProviderRefusalProps) {
  const t = useTranslations("instructor.provider");
  const known = ERRORS.find((each) => each === error) ?? "other";
  // [I40] Without a password as the other way.
  const isWithout = isOnly && (known === "account_not_linked" || known === "no_provider");
  return (
    <Notice kind="error">
      {isWithout ? t(`onlyErrors.${known}`, { name }) : t(`errors.${known}`, { name })}
    </Notice>
  );
}

type ProviderWayProps = { name: string; query: Record<string, string>; isOnly?: boolean };

/** The way by the provider, above the form for a password if there is one. A plain link: nothing may go there before it is pressed. */
export function ProviderWay({ name, query, isOnly = false }: ProviderWayProps) {
  const t = useTranslations("instructor.provider");
  return (
    <div className="grid gap-6">
      <a
        href={`/api/oidc/sign-in?${new URLSearchParams(query)}`}
        className={buttonStyle("secondary", "large", "w-full wrap-anywhere")}
      >
        {t("signIn", { name })}
      </a>
      {!isOnly && (
        <p className="flex items-center gap-4 text-sm text-ink-soft before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
          {t("or")}
        </p>
      )}
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
