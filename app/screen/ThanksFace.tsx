import { useTranslations } from "next-intl";
import { useJoined } from "#app/i18n/use-joined.ts";
import { resultsPath, type Wall } from "#app/screen/wall.ts";
import { SpokenAddress } from "#app/shared/links/SpokenAddress.tsx";
import { resultsPublic } from "#debate/rules/phases.ts";

/** The end of a lesson, when the host says so: thanks under the resolution, and where the results are. */
export function ThanksFace({ wall: { address, code, snapshot } }: { wall: Wall }) {
  const t = useTranslations("screen.thanks");
  const { space } = useJoined();
  const isOpen = resultsPublic(snapshot.phase) && snapshot.step === "open";
  return (
    <div className="grid h-full content-center">
      <div className="grid gap-[2cqi] border-t-[0.6cqi] border-double border-ink pt-[2.4cqi] handheld:border-t-4 handheld:gap-4 handheld:pt-4">
        <p className="font-serif text-[max(var(--wall-floor,2.5rem),10cqi)] leading-none font-medium tracking-[-0.02em] [&:lang(ja)]:text-[max(var(--wall-floor,2rem),6.4cqi)]">
          {t("title")}
        </p>
        <p className="font-serif text-wall-lg text-ink-soft">{t("body")}</p>
        {isOpen && (
          <p className="text-wall-md text-ink-soft">
            {t("results")}
            {space}
            <span className="font-semibold wrap-anywhere text-ink">
              <SpokenAddress address={`${address}${resultsPath(code)}`} />
            </span>
          </p>
        )}
      </div>
    </div>
  );
}
