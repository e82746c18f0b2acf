"use client";
import { useTranslations } from "next-intl";
import { PHONE_RESULTS } from "#app/activities/phone-results.ts";
import { OwnMovement } from "#app/results/flow/OwnMovement.tsx";
import { FlowInWords } from "#app/results/reveal/FlowInWords.tsx";
import { useSeat } from "#app/student/join/seat.ts";
import type { ResultMessage } from "#debate/counting/reveal.ts";
import { LATER_ROUNDS } from "#debate/rules/choices.ts";

/** My way within the flow, and what activities have of mine under it. */
export function OwnWay({ result, isFlowing = false }: { result: ResultMessage; isFlowing?: boolean }) {
  const { you } = useSeat();
  const t = useTranslations("student.result");
  const choices = useTranslations("choices");
  return (
    <>
      <OwnMovement
        before={you.ballots.before?.choice}
        after={you.ballots.after?.choice}
        result={result}
        isFlowing={isFlowing}
        Numbers={FlowInWords}
      />
      {LATER_ROUNDS.map((round) => {
        const ballot = you.ballots[round];
        return (
          ballot && (
            <p key={round} className="text-ink-soft">
              {t(round, { choice: choices(`${ballot.choice}.name`) })}
            </p>
          )
        );
      })}
      {PHONE_RESULTS.map(
        ({ name, OwnWay }) => OwnWay && <OwnWay key={name} result={result} isFlowing={isFlowing} />,
      )}
    </>
  );
}
