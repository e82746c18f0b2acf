import { hidesNameFromPartners } from "#app/activities/pairs/phone/at-first.ts";
import type { ActivityName } from "#debate/activities/index.ts";
import type { Phase, PhaseWithView } from "#debate/rules/phase-order.ts";
import type { Settings } from "#debate/rules/settings.ts";

/** Whether the phone does not show its own student's name now. */
export const hidesOwnName = (session: { phase: Phase; settings: Settings }) => hidesNameFromPartners(session);

/** [F19] The views that fill the window of a small phone. */
export const FILLING: readonly PhaseWithView[] = ["pairs"];

/** Those with something above every view while they are used. */
export const WITH_BAR = ["speaking", "pairs"] as const satisfies readonly ActivityName[];
