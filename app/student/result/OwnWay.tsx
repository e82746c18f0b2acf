"use client";
import { useTranslations } from "next-intl";
import { OwnMovement } from "#app/results/flow/OwnMovement.tsx";
import { FlowInWords } from "#app/results/reveal/FlowInWords.tsx";
import { useSeat } from "#app/student/join/seat.ts";
import { OwnGuess } from "#app/student/result/OwnGuess.tsx";
import type { ResultMessage } from "#debate/counting/reveal.ts";

/** My way within the flow, and how near my guess was. */
export function OwnWay({ result, isFlowing = false }: { result: ResultMessage; isFlowing?: boolean }) {
  const { you } = useSeat();
  const t = useTranslations("student.result");
  const choices = useTranslations("choices");
  const { later } = you.ballots;
  return (
    <>
      <OwnMovement
        before={you.ballots.before?.choice}
        after={you.ballots.after?.choice}
        result={result}
        isFlowing={isFlowing}
        Numbers={FlowInWords}
      />
      {later && <p className="text-ink-soft">{t("later", { choice: choices(`${later.choice}.name`) })}</p>}
      <OwnGuess guess={result.guess} isFlowing={isFlowing} />
    </>
  );
}
