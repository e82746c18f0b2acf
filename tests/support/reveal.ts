import { ACTIVITIES } from "#debate/activities/index.ts";
import type { Choice } from "#debate/rules/choices.ts";
import type { Step } from "#debate/rules/steps.ts";
import type { Client } from "#tests/support/client.ts";
import { ballot, moveTo } from "#tests/support/lesson.ts";
import type { TestServer } from "#tests/support/server.ts";
import type { GivenSettings } from "#tests/support/settings.ts";

/** With each activity that adds a step. */
export const STAGED = {
  reveal: "staged",
  activities: Object.fromEntries(ACTIVITIES.flatMap((each) => ("step" in each ? [[each.name, {}]] : []))),
} satisfies GivenSettings;

/** Seven people who all vote twice, of whom five move: 3, 2, 2 before and 5, 1, 1 after. */
const VOTES = [
  ["for", "for"],
  ["for", "for"],
  ["for", "undecided"],
  ["against", "for"],
  ["against", "for"],
  ["undecided", "for"],
  ["undecided", "against"],
] as const satisfies [Choice, Choice][];

/** A class that has voted twice, at its results. */
export async function atResults(server: TestServer, votes: readonly (readonly [Choice, Choice])[] = VOTES) {
  const [host, screen] = await server.seats("host", "screen");
  const voters = await Promise.all(
    votes.map(async (voted) => ({ voted, student: await server.connect("student") })),
  );
  await moveTo(host, "before");
  for (const { voted, student } of voters) await student.send("ballot:cast", ballot(voted[0]));
  await moveTo(host, "after");
  for (const { voted, student } of voters) await student.send("ballot:cast", ballot(voted[1], "after"));
  await moveTo(host, "results");
  return { host, screen, students: voters.map(({ student }) => student) as [Client, Client, ...Client[]] };
}

/** The host shows a step. */
export async function showStep(host: Client, step: Step) {
  const { version } = (await host.sync()).session;
  return host.send("host:step", { step, version });
}
