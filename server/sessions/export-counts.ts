import { SIDES } from "#debate/rules/choices.ts";
import { type Rows, tabular } from "#server/sessions/export-rows.ts";
import type { SessionRecord } from "#server/store/session-rows.ts";

/** [P12] How long each side spoke in speeches that are over, in milliseconds, and how many requests to speak there were. */
export function speakingRows({ settings, spoken }: SessionRecord): Rows {
  const rows = [
    ...SIDES.map((side) => ({ what: "spoken", side, count: spoken[side] })),
    { what: "requests", side: null, count: spoken.asked },
  ];
  return tabular(["what", "side", "count"], settings.activities.speaking ? rows : []);
}
