import { useTranslations } from "next-intl";
import { useJoined } from "#app/i18n/use-joined.ts";
import { PrintedRebuttal } from "#app/results/paper/PrintedRebuttal.tsx";
import { inSentence } from "#app/shared/text/in-sentence.tsx";
import { Written } from "#app/shared/text/Written.tsx";
import { topRebuttals } from "#debate/counting/top-rebuttals.ts";
import type { ResultsPage } from "#debate/protocol/pages.ts";

const ROOM = 6;

/** What moved the class: the rebuttals that did most, the paragraphs that did, and those that no one answered. */
export function PaperMoved({ page: { results, debate } }: { page: ResultsPage }) {
  const t = useTranslations("report.moved");
  const words = useTranslations("results.rebuttals");
  const positions = useTranslations("results.positions");
  const { labeled, list, sentence } = useJoined();
  const { rebuttals, rebuttalsInAll, paragraphs, commonGround, withheld } = results;
  const top = topRebuttals(results, ROOM);
  const all = rebuttalsInAll ?? rebuttals.length;
  const nameOf = (side: string) =>
    debate.positions.find((position) => position.side === side)?.expert.name ?? "";
  const moving = paragraphs
    .filter(({ credits }) => (credits ?? 0) > 0)
    .sort((one, other) => (other.credits ?? 0) - (one.credits ?? 0));
  const hasCredits = rebuttals.every(({ credits }) => credits !== null);
  const known = hasCredits ? (commonGround ? "all" : "credits") : commonGround ? "camps" : "none";
  return (
    <>
      {!hasCredits && withheld.includes("credits") && <p className="mb-3">{t("withheld")}</p>}
      {top.length === 0 ? (
        <p>{sentence(words("noneTitle"))}</p>
      ) : (
        <>
          <p data-keeps-next className="mb-3 text-ink-soft">
            {t(top.length < all ? "some" : "all", { count: top.length, all, order: t("order", { known }) })}
          </p>
          <ol className="space-y-4">
            {top.map((rebuttal) => (
              <li key={rebuttal.id}>
                <PrintedRebuttal
                  rebuttal={rebuttal}
                  debate={debate}
                  isCommonGround={commonGround?.includes(rebuttal.id) ?? false}
                />
              </li>
            ))}
          </ol>
        </>
      )}
      {moving.length > 0 && (
        <div data-whole className="mt-5">
          <h3 className="font-semibold">{t("paragraphs")}</h3>
          <ul className="mt-1 list-disc pl-5">
            {moving.map(({ side, n, credits }) => (
              <li key={`${side} ${n}`}>
                {t.rich("paragraph", { name: inSentence(nameOf(side)), n, count: credits ?? 0 })}
              </li>
            ))}
          </ul>
        </div>
      )}
      {paragraphs.length > 0 && (
        <div data-whole className="mt-5">
          <h3 className="font-semibold">{t("unanswered")}</h3>
          <ul className="mt-1 list-disc pl-5">
            {debate.positions.map(({ side, paragraphs: { length } }) => {
              const missing = paragraphs.filter((each) => each.side === side && each.unanswered);
              return (
                <li key={side}>
                  <Written as="bdi">{nameOf(side)}</Written>
                  {labeled(
                    "",
                    missing.length === 0
                      ? positions("allAnswered")
                      : t("unansweredList", {
                          count: missing.length,
                          of: length,
                          list: list(...missing.map(({ n }) => n)),
                        }),
                  )}
                </li>
              );
            })}
          </ul>
        </div>
      )}
    </>
  );
}
