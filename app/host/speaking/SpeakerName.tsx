import { useTranslations } from "next-intl";
import { Written } from "#app/shared/Written.tsx";
import type { Speaker } from "#debate/rules/speaking.ts";

/** [P14] What the host calls, and beside it whose it is, as far as the host may know. */
export function SpeakerName({ speaker, className }: { speaker: Speaker; className?: string }) {
  const t = useTranslations("host.speaking");
  const { name, realName, number } = speaker;
  const beside = number === undefined ? [] : [realName, name];
  return (
    <span className="min-w-0 wrap-anywhere">
      <span className={className}>
        {number === undefined ? <Written as="bdi">{name ?? ""}</Written> : t("number", { number })}
      </span>
      {beside.map(
        (each) =>
          each && (
            <Written key={each} as="bdi" className="ms-2 text-sm text-ink-soft">
              {each}
            </Written>
          ),
      )}
    </span>
  );
}
