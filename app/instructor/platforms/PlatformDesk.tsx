import { useTranslations } from "next-intl";
import { Network } from "#app/icons/icons.ts";
import { AddPlatform } from "#app/instructor/platforms/AddPlatform.tsx";
import { PlatformEntry } from "#app/instructor/platforms/PlatformEntry.tsx";
import { RegistrationLinkCard } from "#app/instructor/platforms/RegistrationLinkCard.tsx";
import { RenewKeys } from "#app/instructor/platforms/RenewKeys.tsx";
import { ToolValues } from "#app/instructor/platforms/ToolValues.tsx";
import { EmptyState } from "#app/shared/layout/EmptyState.tsx";
import type { Platforms } from "#debate/protocol/answers/platform-answers.ts";

/** [Q40] The platforms of this server, and both ways to register another one. */
export function PlatformDesk({ platforms, tool }: Platforms) {
  const t = useTranslations("platforms");
  return (
    <div className="mx-auto grid max-w-measure grid-cols-1 gap-8 wrap-anywhere">
      <header className="grid gap-2">
        <h1 className="font-serif text-3xl font-medium tracking-tight">{t("title")}</h1>
        <p className="text-ink-soft text-pretty">{t("lead")}</p>
      </header>
      {platforms.length === 0 ? (
        <EmptyState as="h2" icon={Network} title={t("empty.title")}>
          {t("empty.body")}
        </EmptyState>
      ) : (
        <ul aria-label={t("list")} className="divide-y divide-line border-y border-line">
          {platforms.map((platform) => (
            <PlatformEntry key={platform.id} platform={platform} />
          ))}
        </ul>
      )}
      <RegistrationLinkCard />
      <ToolValues tool={tool} />
      <AddPlatform />
      <RenewKeys />
    </div>
  );
}
