import type { Choice } from "#debate/rules/choices.ts";
import { ballot, moveTo } from "#tests/support/lesson.ts";
import type { Seat } from "#tests/support/requests.ts";
import { startServer } from "#tests/support/server.ts";
import type { GivenSettings } from "#tests/support/settings.ts";

export const DAY = 24 * 60 * 60 * 1_000;
export const NOW = Date.parse("2026-11-30T09:00:00Z");
/** Before, after and later of each student. */
export const CLASS: [Choice, Choice, Choice][] = [
  ["against", "for", "for"],
  ["against", "for", "against"],
  ["undecided", "for", "undecided"],
  ["for", "for", "for"],
  ["against", "against", "against"],
];

/** A class that debated and was closed. */
export async function closedClass(settings: GivenSettings, ways = CLASS) {
  const time = { now: NOW };
  const chosen = { activities: { laterVote: {} }, ...settings };
  const server = await startServer({ settings: chosen, clock: () => time.now });
  const host = await server.connect("host");
  const seats: Seat[] = [];
  for (const _ of ways) seats.push(await server.join(settings.identity === "named" ? "Ada" : undefined));
  const students = await Promise.all(seats.map(({ ticket }) => server.connect("student", { ticket })));
  if (settings.identity === "anonymous") await host.send("host:lock", { locked: true });
  await moveTo(host, "before", chosen);
  for (const [place, [choice]] of ways.entries()) await students[place]?.send("ballot:cast", ballot(choice));
  if (settings.questions?.readingVote) {
    await moveTo(host, "reading-vote", chosen);
    for (const [place, [choice]] of ways.entries())
      await students[place]?.send("ballot:cast", ballot(choice, "reading"));
  }
  await moveTo(host, "after", chosen);
  for (const [place, [, choice]] of ways.entries())
    await students[place]?.send("ballot:cast", ballot(choice, "after"));
  await moveTo(host, "closed", chosen);
  const move = async (to: "later" | "later-closed" | "closed" | "results") =>
    host.send("host:phase", { to, version: (await host.sync()).session.version });
  return { server, host, seats, students, time, move };
}
