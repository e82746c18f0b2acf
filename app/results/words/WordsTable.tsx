import { useFormatter, useTranslations } from "next-intl";
import { ChoiceBadge } from "#app/shared/votes/ChoiceMark.tsx";
import type { Mean, WordsNumbers } from "#debate/counting/words.ts";
import { CHOICES } from "#debate/rules/choices.ts";

const ASKED = ["before", "after"] as const;

/** How many of each camp gave reasons, and how sure they were in the first vote and in the last. */
export function WordsTable({ numbers: { reasons, movers, confidence } }: { numbers: WordsNumbers }) {
  const t = useTranslations("wordsPanel.numbers");
  const rounds = useTranslations("phases.rounds");
  const isAsked = CHOICES.some((camp) => confidence[camp].before || confidence[camp].after);
  const hasUncamped = reasons.some(({ uncamped }) => uncamped > 0);
  return (
    <div className="grid grid-cols-1 gap-3">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard. */}
      <section aria-label={t("caption")} tabIndex={0} className="overflow-x-auto">
        <table className="w-full text-left text-sm tabular-nums">
          <thead>
            <tr className="align-bottom text-ink-soft">
              <Head>{t("camp")}</Head>
              {reasons.map(({ round }) => (
                <Head key={round}>{t("reasons", { round: rounds(round) })}</Head>
              ))}
              {isAsked &&
                ASKED.map((round) => <Head key={round}>{t("sure", { round: rounds(round) })}</Head>)}
            </tr>
          </thead>
          <tbody>
            {[...CHOICES, ...(hasUncamped ? (["uncamped"] as const) : [])].map((camp) => (
              <tr key={camp} className="border-t border-line">
                <th scope="row" className="py-2 pr-4 font-normal">
                  {camp === "uncamped" ? t("uncamped") : <ChoiceBadge choice={camp} />}
                </th>
                {reasons.map(({ round, ...counts }) => (
                  <td key={round} className="py-2 pr-4">
                    {counts[camp]}
                  </td>
                ))}
                {isAsked &&
                  ASKED.map((round) => (
                    <Sure key={round} mean={camp === "uncamped" ? null : confidence[camp][round]} />
                  ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {/* No one moves either where no one voted twice, and there it would claim too much. */}
      {movers.for + movers.against > 0 && (
        <p className="text-sm text-ink-soft">
          {t("movers", { toFor: movers.for, toAgainst: movers.against })}
        </p>
      )}
    </div>
  );
}

function Head({ children }: { children: string }) {
  return (
    <th scope="col" className="pr-4 pb-2 font-semibold">
      {children}
    </th>
  );
}

function Sure({ mean }: { mean: Mean | null }) {
  const t = useTranslations("wordsPanel.numbers");
  const format = useFormatter();
  return (
    <td className="py-2 pr-4">
      {mean
        ? t("mean", { mean: format.number(mean.mean, { maximumFractionDigits: 1 }), count: mean.n })
        : t("none")}
    </td>
  );
}
