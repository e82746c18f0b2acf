import { useTranslations } from "next-intl";
import { Written } from "#app/shared/text/Written.tsx";
import type { Speaker } from "#debate/activities/speaking/rules.ts";

/** [P14] What the host calls, and under it whose it is, as far as the host may know. */
export function SpeakerName({ speaker, className }: { speaker: Speaker; className?: string }) {
  const t = useTranslations("host.speaking");
  const { name = "", realName, number } = speaker;
  if (number === undefined)
    return (
      <Written as="bdi" className={`min-w-0 wrap-anywhere ${className ?? ""}`}>
        {name}
      </Written>
    );
  return (
    <span className="grid min-w-0">
      <span className={className}>{t("number", { number })}</span>
      <span className="flex flex-wrap gap-x-2 text-sm text-ink-soft empty:hidden">
        {realName && (
          <Written as="bdi" className="min-w-0 wrap-anywhere text-ink">
            {realName}
          </Written>
        )}
        {name && (
          <Written as="bdi" className="min-w-0 wrap-anywhere">
            {name}
          </Written>
        )}
      </span>
    </span>
  );
}
