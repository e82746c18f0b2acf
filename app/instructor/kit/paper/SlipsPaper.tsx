import { useTranslations } from "next-intl";
import { Box } from "#app/instructor/kit/paper/HandoutPaper.tsx";
import { classNames } from "#app/shared/class-names.ts";
import { Written } from "#app/shared/text/Written.tsx";
import { CHOICES, DEBATE_ROUNDS } from "#debate/rules/choices.ts";

/** The whole sentence is voted on, so a long one is set smaller. Wide characters count twice. */
function sizeOf(resolution: string): string {
  const width = resolution.length + resolution.replace(/[^\u3000-\uffef]/g, "").length;
  if (width <= USUAL) return "leading-snug";
  return width <= 3 * USUAL ? "text-sm leading-tight" : "text-[0.7rem] leading-tight";
}
/** What fits into three lines. */
const USUAL = 110;

/** Eight to a page. One slip has all votes of one person, so that it tells who moved; the number finds it again. */
export function SlipsPaper({ resolution, count }: { resolution: string; count: number }) {
  const t = useTranslations("kitPaper.slips");
  const tChoices = useTranslations("choices");
  const size = sizeOf(resolution);
  const isCompact = size !== "leading-snug";
  return (
    <ul className="grid grid-cols-1 gap-0 sm:grid-cols-2 print:grid-cols-2">
      {Array.from({ length: count }, (_, index) => index + 1).map((number) => (
        <li
          key={number}
          data-whole
          className="flex min-w-0 flex-col gap-2 border border-dashed border-line-strong p-3 print:h-[59mm] print:overflow-hidden"
        >
          <div className="flex items-start justify-between gap-3">
            <Written as="p" className={`font-serif font-medium ${size}`}>
              {resolution}
            </Written>
            <span className="shrink-0 text-sm tabular-nums">{t("number", { number })}</span>
          </div>
          <dl className={classNames("mt-auto grid gap-1.5", isCompact ? "text-xs" : "text-sm")}>
            {DEBATE_ROUNDS.map((round) => (
              <div
                key={round}
                className={classNames(
                  "border-t border-line pt-1",
                  isCompact ? "flex items-baseline justify-between gap-x-2" : "grid gap-0.5",
                )}
              >
                <dt className="text-xs font-semibold">{t(`rounds.${round}`)}</dt>
                <dd className="flex flex-wrap gap-x-4">
                  {CHOICES.map((choice) => (
                    <span key={choice} className="inline-flex items-start gap-1.5">
                      <Box />
                      {tChoices(`${choice}.name`)}
                    </span>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}
