import type { Activity } from "#debate/activities/activity.ts";
import { ACTIVITIES, type ActivityName } from "#debate/activities/index.ts";
import type { Beside } from "#debate/activities/messages.ts";
import { isOn } from "#debate/activities/open.ts";
import type { Debate } from "#debate/content/debate.ts";
import type { Phase } from "#debate/rules/phase-order.ts";
import { positionsReadable } from "#debate/rules/phases.ts";
import type { Settings } from "#debate/rules/settings.ts";

type Read = { phase: Phase; settings: Pick<Settings, "activities"> };
type Kit = Pick<Debate, "kit">;

const ALL: readonly Activity[] = ACTIVITIES;
const WITH_BESIDE = ALL.flatMap(({ name, beside }) =>
  beside ? [{ name: name as ActivityName, beside }] : [],
);
const NAMES = WITH_BESIDE.flatMap(({ beside }) => beside.names) as (keyof Beside)[];

/** Whether a class reads something beside the positions, which may be another thing in each phase. */
export function hasBeside({ phase, settings }: Read): boolean {
  return positionsReadable(phase) && WITH_BESIDE.some(({ name }) => isOn(name, settings));
}

/** What a class reads beside the positions now. */
export function besideOf(debate: Kit, session: Read): Beside {
  const all: Beside = {};
  if (!positionsReadable(session.phase)) return all;
  for (const { name, beside } of WITH_BESIDE)
    if (isOn(name, session.settings)) Object.assign(all, beside.read(debate as never, session.phase));
  return all;
}

/** The same out of what it came with. */
export function besideIn(whole: Beside): Beside {
  return Object.fromEntries(NAMES.flatMap((name) => (whole[name] ? [[name, whole[name]]] : [])));
}
