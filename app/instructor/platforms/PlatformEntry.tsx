import { useTranslations } from "next-intl";
import { RemovePlatform } from "#app/instructor/platforms/RemovePlatform.tsx";
import { Written } from "#app/shared/text/Written.tsx";
import type { PlatformAnswer } from "#debate/protocol/answers/platform-answers.ts";

export function PlatformEntry({ platform }: { platform: PlatformAnswer }) {
  const t = useTranslations("platforms");
  const { issuer, clientId, deploymentIds, authorizationEndpoint, tokenEndpoint, jwksUri } = platform;
  const addresses = { authorizationEndpoint, tokenEndpoint, jwksUri };
  return (
    <li className="grid gap-2 py-4">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <Written as="h2" className="min-w-0 flex-1 basis-48 font-serif text-xl font-medium">
          {issuer}
        </Written>
        <RemovePlatform platform={platform} />
      </div>
      <p className="text-sm text-ink-soft">{t("client", { id: clientId })}</p>
      <p className="text-sm text-ink-soft">
        {t("deployments", { count: deploymentIds.length, ids: deploymentIds.join(", ") })}
      </p>
      <details className="text-sm">
        <summary className="touch inline-flex cursor-pointer items-center font-semibold text-ink-soft">
          {t("addresses")}
        </summary>
        <dl className="grid gap-2">
          {Object.entries(addresses).map(([name, address]) => (
            <div key={name}>
              <dt className="text-ink-soft">{t(`add.${name as keyof typeof addresses}`)}</dt>
              <dd className="font-mono select-all">{address}</dd>
            </div>
          ))}
        </dl>
      </details>
    </li>
  );
}
