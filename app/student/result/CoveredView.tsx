"use client";
import { useTranslations } from "next-intl";
import { ChoiceBadge } from "#app/shared/votes/ChoiceMark.tsx";
import { useSeat } from "#app/student/join/seat.ts";
import { roundsOf } from "#debate/rules/phases.ts";

/** Voting is over: eyes go up to the screen, and here are only my own. */
export function CoveredView() {
  const t = useTranslations("student.result");
  const tFlow = useTranslations("flow.covered");
  return (
    <>
      <div className="grid gap-3 border-t-4 border-double border-ink pt-5">
        <p className="font-serif text-4xl font-medium tracking-[-0.015em]">{tFlow("title")}</p>
        <p className="text-lg text-ink-soft">{t("lookUp")}</p>
      </div>
      <OwnVotes />
    </>
  );
}

function OwnVotes() {
  const t = useTranslations("student.result");
  const rounds = useTranslations("phases.rounds");
  const { you, settings, state } = useSeat();
  const { notHeld } = state.snapshot;
  return (
    <section aria-labelledby="own-votes" className="grid gap-1">
      <h2 id="own-votes" className="eyebrow text-ink-soft">
        {t("yours")}
      </h2>
      <dl>
        {roundsOf(settings).map((round) => {
          const choice = you.ballots[round]?.choice;
          return (
            <div
              key={round}
              className="flex flex-wrap items-baseline justify-between gap-x-4 border-b border-line py-3"
            >
              <dt>{rounds(round)}</dt>
              <dd>
                {choice ? (
                  <ChoiceBadge choice={choice} className="text-lg" />
                ) : (
                  <span className="text-ink-soft">
                    {t(notHeld?.includes(round) ? "notHeld" : "notVoted")}
                  </span>
                )}
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}
