import { type Hides, HOST } from "#app/activities/host.ts";
import { isOn } from "#debate/activities/open.ts";
import type { Settings } from "#debate/rules/settings.ts";

/** [R16] What a host hides with students' rebuttals. */
export function hiddenWith(settings: Pick<Settings, "activities">): Hides {
  return HOST.find(({ name, hidden }) => hidden && isOn(name, settings))?.hidden?.hides ?? "rebuttals";
}

/** What more was hidden by some messages; undefined if nothing was. */
export function hiddenBy(answers: readonly Readonly<Record<string, unknown>>[]) {
  return HOST.flatMap(({ hidden }) => hidden ?? [])
    .map((each) => ({
      ...each,
      count: answers.reduce((sum, answer) => sum + Number(answer[each.counted] ?? 0), 0),
    }))
    .find(({ count }) => count > 0);
}
