import { useTranslations } from "next-intl";
import { CardSection } from "#app/shared/card/CardSection.tsx";
import { OwnWords } from "#app/shared/card/OwnWords.tsx";
import { ChoiceBadge } from "#app/shared/votes/ChoiceMark.tsx";
import type { CardVote } from "#debate/counting/card.ts";

const STEPS = [1, 2, 3, 4, 5] as const;

/** Each vote, how sure the student was, and why. */
export function CardVotes({ votes }: { votes: readonly CardVote[] }) {
  const t = useTranslations("card.votes");
  const rounds = useTranslations("phases.rounds");
  const sure = useTranslations("student.extras.steps");
  return (
    <CardSection title={t("title")}>
      <dl className="grid gap-3">
        {votes.map(({ round, choice, notHeld, confidence, reason }) => {
          const step = STEPS.find((each) => each === confidence);
          return (
            <div
              key={round}
              className="flex break-inside-avoid flex-wrap items-baseline gap-x-4 gap-y-1 border-t border-line pt-2"
            >
              <dt className="min-w-24 text-sm text-ink-soft">{rounds(round)}</dt>
              <dd>
                {choice ? (
                  <ChoiceBadge choice={choice} className="text-lg print:text-base" />
                ) : (
                  t(notHeld ? "notHeld" : "none")
                )}
              </dd>
              {step && (
                <dd className="ml-auto text-sm text-ink-soft">
                  {t("confidence", { words: sure(`${step}`), step })}
                </dd>
              )}
              {reason && (
                <dd className="basis-full">
                  <OwnWords>{reason}</OwnWords>
                </dd>
              )}
            </div>
          );
        })}
      </dl>
    </CardSection>
  );
}
