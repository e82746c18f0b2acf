"use client";
import { useMemo } from "react";
import { useCommands } from "#app/host/commands.tsx";
import type { PairLine } from "#debate/activities/pairs/rules.ts";
import type { MissingDecision } from "#debate/activities/pairs/terms.ts";

type Missing = { participantId: string; partnerId: string; action: MissingDecision };

/** What can be done about pairs from a control room; a refusal has been said by the time each resolves. */
export function usePairCommands() {
  const { send, ask, done } = useCommands();
  return useMemo(
    () => ({
      /** [P23] [P25] Pairs the class anew, begins the script of the pairs, or ends it. */
      controlPairs: (act: "make" | "start" | "stop") => send("host:pairs", { act }),
      /** [P37] Finds someone another partner, or says that the one they miss is there. */
      async decideMissing(missing: Missing): Promise<void> {
        const answer = await ask("host:pairs-missing", missing);
        // Another control room has decided, or the partner was found.
        if (!answer.ok && answer.code !== "not-found") await done(Promise.resolve(answer));
      },
      /** [P27] The lines written at a table; null if they can't be read now. */
      async readLines(table: number): Promise<PairLine[] | null> {
        const answer = await ask("host:pair-lines", { table });
        return answer.ok ? answer.lines : null;
      },
      moderateLine: (lineId: string, action: "hide" | "show") => send("host:pair-line", { lineId, action }),
    }),
    [send, ask, done],
  );
}
