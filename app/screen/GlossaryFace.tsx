import { useTranslations } from "next-intl";
import { FittedText } from "#app/screen/FittedText.tsx";
import type { Term } from "#app/shared/text/terms.ts";
import { Written } from "#app/shared/text/Written.tsx";

/** [Y14] The words of the positions and what they mean, in pages if need be [V26]. */
export function GlossaryFace({ glossary }: { glossary: readonly Term[] }) {
  const t = useTranslations("screen");
  return (
    <article className="grid h-full min-h-0 grid-rows-[auto_minmax(0,1fr)] gap-[1.4cqi] handheld:gap-4">
      <h2 className="text-wall-sm text-ink-soft">{t("glossary")}</h2>
      <FittedText of={JSON.stringify(glossary)} from={2}>
        <dl className="grid gap-[0.7em]">
          {glossary.map(({ term, meaning }) => (
            <div key={term} className="break-inside-avoid wrap-anywhere">
              <dt className="font-semibold">
                <Written>{term}</Written>
              </dt>
              <dd className="font-serif">
                <Written>{meaning}</Written>
              </dd>
            </div>
          ))}
        </dl>
      </FittedText>
    </article>
  );
}
