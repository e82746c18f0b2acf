"use client";
import { OwnMovement } from "#app/results/OwnMovement.tsx";
import { FlowInWords } from "#app/results/reveal/FlowInWords.tsx";
import { useSeat } from "#app/student/join/seat.ts";
import { OwnGuess } from "#app/student/result/OwnGuess.tsx";
import type { ResultMessage } from "#debate/counting/reveal.ts";

/** My way within the flow, and how near my guess was. */
export function OwnWay({ result, isFlowing = false }: { result: ResultMessage; isFlowing?: boolean }) {
  const { you } = useSeat();
  return (
    <>
      <OwnMovement
        before={you.ballots.before?.choice}
        after={you.ballots.after?.choice}
        result={result}
        isFlowing={isFlowing}
        Numbers={FlowInWords}
      />
      <OwnGuess guess={result.guess} />
    </>
  );
}
