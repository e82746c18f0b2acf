import type { PairsBy } from "#debate/rules/session-options.ts";

/** [P25] What the two of a table do in turn, and for how many seconds. */
export const SCRIPT = ["speak", "restate", "check", "reply"] as const;
export type ScriptStep = (typeof SCRIPT)[number];
const SECONDS = { speak: 60, restate: 30, check: 15, reply: 45 } as const satisfies Record<
  ScriptStep,
  number
>;

/** Writing takes longer than speaking. */
const SLOWER = { voice: 1, text: 2 } as const satisfies Record<PairsBy, number>;
const TURN = SCRIPT.reduce((sum, step) => sum + SECONDS[step], 0);

/** How long a step of a two takes, in seconds. */
export function stepSeconds(step: ScriptStep, by: PairsBy): number {
  return SECONDS[step] * SLOWER[by];
}

/** How long the whole script takes, in seconds: two turns of a two, or three shorter ones of a three. */
export function scriptSeconds(by: PairsBy): number {
  return 2 * TURN * SLOWER[by];
}

/** `turn`: from 0, whose case it is. `actor`: the place at the table of who does the step. `endsAt`: seconds from the beginning. */
export type ScriptPlace = { turn: number; step: ScriptStep; actor: number; endsAt: number };

/**
 * [P25] Where a table of `size` people is after so many seconds; null before and after the script. In each turn one speaks, the
 * next one restates, the first says whether that was meant, and the last one replies, who in a two is the one who restated.
 */
export function scriptAt(size: number, seconds: number, by: PairsBy): ScriptPlace | null {
  const turns = Math.max(2, size);
  const length = scriptSeconds(by) / turns;
  const scale = length / TURN;
  const turn = Math.floor(seconds / length);
  if (seconds < 0 || turn >= turns) return null;
  let endsAt = turn * length;
  for (const step of SCRIPT) {
    endsAt += SECONDS[step] * scale;
    if (seconds < endsAt) return { turn, step, actor: (turn + placeOf(step, turns)) % turns, endsAt };
  }
  return null;
}

/** How many places after the speaker. */
function placeOf(step: ScriptStep, turns: number): number {
  if (step === "restate") return 1;
  return step === "reply" ? turns - 1 : 0;
}
