// Which activities some sessions can't have, without a schema, whose library every page would load.
import type { Activity } from "#debate/activities/activity.ts";
import { ACTIVITIES, type ActivityName } from "#debate/activities/index.ts";
import { replacing } from "#debate/activities/replacing.ts";
import type { Activities } from "#debate/rules/activity-settings.ts";
import { withoutActivity } from "#debate/rules/chosen-activities.ts";
import type { Identity, REVEALS } from "#debate/rules/session-options.ts";

type Choices = { identity: Identity; activities: Activities };
type Exclusion = Pick<Activity, "excluded" | "needsPhase" | "open"> & { name: ActivityName };
/** The activities that some sessions can't have. */
type Excludable = Extract<
  (typeof ACTIVITIES)[number],
  { excluded: object } | { needsPhase: string } | { open: { step: string } }
>["name"];

const ALL: readonly Exclusion[] = ACTIVITIES;
/** [H11] Those that need a phase come last: without another activity a session may have it. */
const EXCLUDABLE = [...ALL.filter(({ excluded }) => excluded), ...ALL.filter(({ needsPhase }) => needsPhase)];

/** [H11] Why a session with these other settings can't have it, for programs; undefined if it can. */
function whyNot({ excluded, needsPhase }: Exclusion, chosen: Choices): string | undefined {
  if (excluded?.when(chosen as never)) return excluded.why;
  return needsPhase && replacing(needsPhase, chosen)?.why;
}

/** What a session with these other settings can't have, and [V16] what needs a staged reveal where there is none. */
export function excludedIn(chosen: Choices & { reveal: (typeof REVEALS)[number] }): Excludable[] {
  const isOut = (each: Exclusion) =>
    whyNot(each, chosen) !== undefined ||
    (chosen.reveal === "at-once" && each.open !== undefined && "step" in each.open);
  return ALL.filter(isOut).map(({ name }) => name as Excludable);
}

/** The chosen activities that the other settings rule out, with the reason. */
export function clashesIn(chosen: Choices): { activity: ActivityName; why: string }[] {
  return EXCLUDABLE.flatMap((each) => {
    const why = whyNot(each, chosen);
    return why !== undefined && chosen.activities[each.name] ? [{ activity: each.name, why }] : [];
  });
}

/** The same settings without what can't be. */
export function withoutClashes<Chosen extends Choices>(chosen: Chosen): Chosen {
  let fitting = chosen;
  for (const each of EXCLUDABLE)
    if (whyNot(each, fitting) !== undefined)
      fitting = { ...fitting, activities: withoutActivity(fitting.activities, each.name) };
  return fitting;
}
