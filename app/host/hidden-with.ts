import { HOST } from "#app/activities/host.ts";
import type { HiddenInActivities } from "#debate/activities/messages.ts";
import { isOn } from "#debate/activities/open.ts";
import type { Settings } from "#debate/rules/settings.ts";

/** [R16] Whether a host hides more with students' rebuttals. */
export function hidesMore(settings: Pick<Settings, "activities">): boolean {
  return HOST.some(({ name, hidden }) => hidden && isOn(name, settings));
}

/** What more was hidden by some messages; undefined if nothing was. */
export function hiddenBy(answers: readonly HiddenInActivities[]) {
  return HOST.flatMap(({ hidden }) => hidden ?? [])
    .map((each) => ({
      ...each,
      count: answers.reduce((sum, answer) => sum + (answer[each.counted] ?? 0), 0),
    }))
    .find(({ count }) => count > 0);
}
