import type { ActivityName } from "#debate/activities/index.ts";
import type { HiddenInActivities } from "#debate/activities/messages.ts";
import { isOn } from "#debate/activities/open.ts";
import type { Settings } from "#debate/rules/settings.ts";

/** [R16] `host.people.several`, once something was hidden with students' rebuttals: `both`, and how it is shown again. */
type HiddenWith = { name: ActivityName; counted: keyof HiddenInActivities; both: string; back: string };

const ALL = [
  { name: "steelman", counted: "steelmen", both: "hiddenBoth", back: "steelmenBack" },
] as const satisfies readonly HiddenWith[];

/** Whether a host hides more with students' rebuttals. */
export function hidesMore(settings: Pick<Settings, "activities">): boolean {
  return ALL.some(({ name }) => isOn(name, settings));
}

/** What more was hidden by some messages; undefined if nothing was. */
export function hiddenBy(answers: readonly HiddenInActivities[]) {
  return ALL.map((each) => ({
    ...each,
    count: answers.reduce((sum, answer) => sum + (answer[each.counted] ?? 0), 0),
  })).find(({ count }) => count > 0);
}
